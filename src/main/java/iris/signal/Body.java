package iris.signal;

/** What an item is about. {@link Note} is all that is only words: a foreign item, or a notice of the profile. */
public sealed interface Body permits Window, IncidentStep, Maintenance, Note {}
