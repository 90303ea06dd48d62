/** MQTT 3.1.1, as much of it as a publisher needs. */
package iris.relay.mqtt;
