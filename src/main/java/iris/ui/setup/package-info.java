/**
 * The settings as a page: forms made from the table of options ({@link iris.settings.Options}), a feed that is read
 * before it is kept, and what is written where. What the page asks of the rest of the house is {@link
 * iris.ui.setup.Bench}.
 */
package iris.ui.setup;
