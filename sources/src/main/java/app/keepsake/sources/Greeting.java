package app.keepsake.sources;

import java.util.List;

/**
 * How a source answered.
 *
 * @param program and version, such as "Immich 2.7.5"
 * @param account whose photos these are; may be empty where the key does not tell
 * @param missing permissions that reading needs and the key does not have, by the names that the other side gives them
 * @param missingToWrite those that writing back needs
 */
public record Greeting(String program, String account, List<String> missing, List<String> missingToWrite) {
    public Greeting {
        missing = List.copyOf(missing);
        missingToWrite = List.copyOf(missingToWrite);
    }
}
