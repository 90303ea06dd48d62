/** The page "why": the receipt of a tile, to be read and to be copied. */
package iris.ui.receipt;
