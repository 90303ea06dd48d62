/** The film of the journal on the screen: how it is played, what marks its windows, and the page that asks for it. */
package iris.ui.replay;
