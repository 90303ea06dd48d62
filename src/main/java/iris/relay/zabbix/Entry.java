package iris.relay.zabbix;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A value of an item, as both ways of Zabbix take it. */
record Entry(String host, String key, String value, Stamp stamp) {
  ObjectNode json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("host", host);
    json.put("key", key);
    json.put("value", value);
    json.put("clock", stamp.clock());
    json.put("ns", stamp.ns());
    return json;
  }
}
