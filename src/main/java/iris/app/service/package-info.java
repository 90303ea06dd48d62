/** What the service manager of a machine is told: that a program is up, that it still turns, that it ends. */
package iris.app.service;
