package app.keepsake.catalog;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that cannot be read.
 *
 * @param path absolute
 * @param reason one sentence for people
 * @param at when it was found first
 * @param version of what could not read it
 */
public record Problem(Path path, String reason, Instant at, String version) {}
