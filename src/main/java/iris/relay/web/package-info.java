/** HTTP for the couriers that speak it. */
package iris.relay.web;
