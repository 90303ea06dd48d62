/** Alerts pushed to Alertmanager, for who has no Prometheus or wants the sentences too. */
package iris.relay.alertmanager;
