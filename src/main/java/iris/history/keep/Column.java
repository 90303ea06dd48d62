package iris.history.keep;

/** A column of an exported file. */
record Column(String name, Type type) {
  enum Type {
    /** Words of people and machines: what a spreadsheet would take for a formula is guarded. */
    TEXT,
    NUMBER,
    /** JSON inside a cell, an object of its own in a line of JSON. */
    JSON
  }

  static Column text(String name) {
    return new Column(name, Type.TEXT);
  }

  static Column number(String name) {
    return new Column(name, Type.NUMBER);
  }

  static Column json(String name) {
    return new Column(name, Type.JSON);
  }
}
