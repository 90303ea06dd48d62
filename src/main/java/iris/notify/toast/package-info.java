/** Desktop notifications: a chain of notifiers, each bounded in time, none of which an alarm depends on. */
package iris.notify.toast;
