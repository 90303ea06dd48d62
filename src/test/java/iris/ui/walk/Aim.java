package iris.ui.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;

/** Pointing at a node: it is there, it stands still, and what the pointer touches is it or a part of it. */
final class Aim {
  /** How many looks at what is greyed say that it stays so; what is under it feels the pointer then. */
  private static final int GREY = 50;

  /** For how many pulses it has to stand where it stands: some layouts take two. */
  private static final int STILL = 2;

  private final Runnable pulse = () -> this.pulses++;
  private Scene watched;
  private int pulses;
  private boolean rests;
  private Node node;
  private Bounds stood;
  private String missed = "never looked";
  private int grey;

  private Aim() {}

  /** The pointer rests on the node. */
  static void at(Supplier<Robot> robot, Callable<Node> node) throws Exception {
    new Aim().hold(robot, node, () -> true);
  }

  /** The button is pressed and let go, once, in the moment in which the pointer rests on the node. */
  static void click(Supplier<Robot> robot, Callable<Node> node, MouseButton button) throws Exception {
    Aim aim = new Aim();
    aim.hold(robot, node, () -> {
      if (!aim.pressed(robot.get(), button)) return false;
      robot.get().mouseRelease(button);
      return true;
    });
  }

  /** The button is pressed, once, in that moment. */
  static void press(Supplier<Robot> robot, Callable<Node> node, MouseButton button) throws Exception {
    Aim aim = new Aim();
    aim.hold(robot, node, () -> aim.pressed(robot.get(), button));
  }

  private void hold(Supplier<Robot> robot, Callable<Node> wanted, BooleanSupplier deed) throws Exception {
    try {
      Patience.until(() -> missed, () -> taken(robot.get(), wanted.call()) && deed.getAsBoolean());
    } finally {
      Patience.onFx(() -> watch(null));
    }
  }

  /** Counts the pulses of what it looks at. */
  private Void watch(Scene scene) {
    if (watched == scene) return null;
    if (watched != null) watched.removePostLayoutPulseListener(pulse);
    if (scene != null) scene.addPostLayoutPulseListener(pulse);
    watched = scene;
    stood = null;
    return null;
  }

  /** What did not come to the node is let go and pressed anew; what came is never pressed twice. */
  private boolean pressed(Robot robot, MouseButton button) {
    if (touches(MouseEvent.MOUSE_PRESSED, () -> robot.mousePress(button))) return true;
    robot.mouseRelease(button);
    return missed("was not reached by the press");
  }

  /** Whether this comes to the node, or a part of it. */
  private boolean touches(EventType<MouseEvent> what, Runnable deed) {
    Scene scene = node.getScene();
    List<Node> touched = new ArrayList<>();
    EventHandler<MouseEvent> feels = e -> touched.add(e.getPickResult().getIntersectedNode());
    scene.addEventFilter(what, feels);
    deed.run();
    scene.removeEventFilter(what, feels);
    Node feeling = node;
    while (feeling.isDisabled() && feeling.getParent() != null) feeling = feeling.getParent();
    for (Node under = touched.isEmpty() ? null : touched.getLast(); under != null; under = under.getParent())
      if (under == feeling) return true;
    return missed("covered by " + (touched.isEmpty() ? "another window" : touched.getLast()));
  }

  private boolean taken(Robot robot, Node now) {
    if (now != node) stood = null;
    node = now;
    Scene scene = now.getScene();
    if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) return missed("in no window");
    for (Node up = now; up != null; up = up.getParent()) if (!up.isVisible()) return missed("not visible: " + up);
    if (now.isDisabled() && grey++ < GREY) return missed("is greyed");
    watch(scene);
    Platform.requestNextPulse();
    Bounds stands = seen(scene, now.localToScene(now.getBoundsInLocal()));
    if (stands.getWidth() <= 0 || stands.getHeight() <= 0) return missed("outside its window or without a size");
    if (!stands.equals(stood)) {
      stood = stands;
      pulses = 0;
      rests = false;
      return missed("moves");
    }
    if (pulses < STILL) return missed("has not stood still for so many pulses");
    Point2D at = now.localToScreen(now.sceneToLocal(stood.getCenterX(), stood.getCenterY()));
    if (!touches(MouseEvent.MOUSE_MOVED, () -> robot.mouseMove(at))) return false;
    if (rests) return true;
    rests = true;
    pulses = 0;
    return missed("has not yet settled under the pointer");
  }

  private static Bounds seen(Scene scene, Bounds b) {
    double left = Math.max(0, b.getMinX());
    double top = Math.max(0, b.getMinY());
    double width = Math.min(scene.getWidth(), b.getMaxX()) - left;
    double height = Math.min(scene.getHeight(), b.getMaxY()) - top;
    return new BoundingBox(left, top, Math.max(0, width), Math.max(0, height));
  }

  private boolean missed(String why) {
    missed = node + " " + why;
    return false;
  }
}
