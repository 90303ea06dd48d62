/** What was, by service and time: stretches of time and what is known of them, from five minutes to years. */
package iris.history.years;
