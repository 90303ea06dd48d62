/**
 * What the operators' file says. One table of options ({@link iris.settings.Options}) drives the reading, the errors and
 * the documented example; {@link iris.settings.SettingsReader} is pure: texts in, {@link iris.settings.Settings} or all
 * problems out. {@link iris.settings.ConfigFiles} finds and reads the files, {@link iris.settings.ConfigWatch} notices
 * that they changed.
 */
package iris.settings;
