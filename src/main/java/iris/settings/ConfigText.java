package iris.settings;

import java.nio.file.Path;

/**
 * The text of one file.
 *
 * @param name as messages say it
 * @param base directory that relative paths in it start from
 * @param dropIn from the drop-in directory: only feeds and services
 */
public record ConfigText(String name, Path base, String text, boolean dropIn) {}
