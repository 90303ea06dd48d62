package iris.app.demo;

import java.util.List;

/** One document of the demonstration: {@code id} names it in addresses. */
record Paper(String id, String name, List<Role> roles) {
  Paper {
    roles = List.copyOf(roles);
  }
}
