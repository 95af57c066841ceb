package app.keepsake.operations.sources;

import app.keepsake.sources.SourceAlbum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a source has been read.
 *
 * @param cursor of the next page of changes; empty before the first
 * @param people names by the keys of people, as of when all assets told of them; empty before the first page
 * @param namesTaken until when names of faces have been taken over, milliseconds since 1970 UTC
 * @param albums as they were read
 */
record SourceState(String cursor, Optional<Map<String, String>> people, long namesTaken, List<Album> albums) {
    static final SourceState NONE = new SourceState("", Optional.empty(), 0, List.of());

    /** An album, with the keys of what is in it. */
    record Album(String key, String version, String title, String description, boolean shared, List<String> assets) {
        Album {
            assets = List.copyOf(assets);
        }
    }

    SourceState {
        albums = List.copyOf(albums);
    }

    SourceState at(String next) {
        return new SourceState(next, people, namesTaken, albums);
    }

    SourceState knowing(Map<String, String> named) {
        return new SourceState(cursor, Optional.of(Map.copyOf(named)), namesTaken, albums);
    }

    SourceState namedUntil(long millis) {
        return new SourceState(cursor, people, millis, albums);
    }

    /** Takes over what albums tell; what is in those that did not change is known. */
    SourceState with(List<SourceAlbum> told) {
        Map<String, List<String>> known = new HashMap<>();
        albums.forEach(album -> known.put(album.key(), album.assets()));
        List<Album> now = new ArrayList<>();
        for (SourceAlbum album : told) {
            now.add(new Album(
                    album.key(),
                    album.version(),
                    album.title(),
                    album.description(),
                    album.shared(),
                    album.assets().orElse(known.getOrDefault(album.key(), List.of()))));
        }
        return new SourceState(cursor, people, namesTaken, now);
    }

    Map<String, String> albumVersions() {
        Map<String, String> versions = new HashMap<>();
        albums.forEach(album -> versions.put(album.key(), album.version()));
        return versions;
    }

    /** Keys of what is in albums that others see, and may own. */
    Set<String> inSharedAlbums() {
        Set<String> keys = new HashSet<>();
        albums.stream().filter(Album::shared).forEach(album -> keys.addAll(album.assets()));
        return keys;
    }
}
