/** How this program keeps things in one file: SQLite as it needs it, the way from version to version, records as JSON. */
package iris.store;
