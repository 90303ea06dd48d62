/** IRIS's own sounds: made by {@link iris.notify.sound.Synth}, played by whatever of this machine can. */
package iris.notify.sound;
