/**
 * The reporting agent: evidence from sources ({@code source}) is counted into windows and judged into incidents
 * ({@code book}), kept ({@code keep}) and published ({@code publish}). This package holds the words that these parts
 * have in common; {@code simulate} is the stand-in for the real service.
 */
package iris.agent;
