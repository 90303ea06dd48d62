/** SNMP informs and traps, v2c and v3; what they carry is described in src/docs/relay/IRIS-MIB.txt. */
package iris.relay.snmp;
