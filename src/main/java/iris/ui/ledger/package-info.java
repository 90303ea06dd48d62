/** The page "report": the figures of a contract for a time, as they stand on paper, and the way to keep them. */
package iris.ui.ledger;
