/** What the workstation's window is made of: pages, each a view with a name, and what each of them sees. */
package iris.ui.page;
