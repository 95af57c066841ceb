package app.keepsake.operations.takeout;

import java.nio.file.Path;

/**
 * What of an export could not be read.
 *
 * @param file a ZIP
 * @param member a file in it; empty where it is the ZIP itself
 * @param reason for people, with what to do
 */
public record Problem(Path file, String member, String reason) {}
