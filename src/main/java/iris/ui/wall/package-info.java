/**
 * The tile board: {@link iris.ui.wall.WallModel} is what it shows, pure and without a toolkit; {@link
 * iris.ui.wall.WallView} draws it. Design: alarm-model.md, sections 1 and 10.
 */
package iris.ui.wall;
