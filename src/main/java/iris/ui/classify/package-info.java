/** The page "classify": what no rule decides, and the rules that people make of it. */
package iris.ui.classify;
