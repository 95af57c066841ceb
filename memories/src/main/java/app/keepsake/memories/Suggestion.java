package app.keepsake.memories;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Subject;

/**
 * Something that the user may want to decide.
 *
 * @param stance what could be said
 * @param subject about what
 * @param reason what was seen, one sentence
 */
public record Suggestion(Choice.Stance stance, Subject subject, String reason) {}
