package app.keepsake.sources;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import app.keepsake.testbed.immich.HeldAsset;
import app.keepsake.testbed.immich.HeldAsset.HeldFace;
import app.keepsake.testbed.immich.StandInImmich;
import app.keepsake.testbed.immich.StandInImmich.Exchange;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what is asked of an Immich, and what the stand-in answers, against the types that Immich publishes, by the
 * TypeScript compiler. These types are not part of Keepsake, which does not share their licence: the property {@code
 * keepsake.immich.sdk} names folders with unpacked packages {@code @immich/sdk}, and without it the test is skipped.
 */
final class ImmichTypesTest {
    private static final Path TYPESCRIPT =
            Path.of("../web/node_modules/typescript/bin/tsc").toAbsolutePath();

    /** Functions of the package by operation, with the name of the body. */
    private static final Map<String, String[]> FUNCTIONS = Map.ofEntries(
            Map.entry("GET /server/version", new String[] {"getServerVersion", ""}),
            Map.entry("GET /api-keys/me", new String[] {"getMyApiKey", ""}),
            Map.entry("GET /users/me", new String[] {"getMyUser", ""}),
            Map.entry("POST /search/metadata", new String[] {"searchAssets", "metadataSearchDto"}),
            Map.entry("GET /timeline/buckets", new String[] {"getTimeBuckets", ""}),
            Map.entry("GET /timeline/bucket", new String[] {"getTimeBucket", ""}),
            Map.entry("GET /assets/{id}", new String[] {"getAssetInfo", ""}),
            Map.entry("GET /assets/{id}/thumbnail", new String[] {"viewAsset", ""}),
            Map.entry("GET /assets/{id}/original", new String[] {"downloadAsset", ""}),
            Map.entry("GET /assets/{id}/video/playback", new String[] {"playAssetVideo", ""}),
            Map.entry("GET /faces", new String[] {"getFaces", ""}),
            Map.entry("GET /people", new String[] {"getAllPeople", ""}),
            Map.entry("PUT /people/{id}", new String[] {"updatePerson", "personUpdateDto"}),
            Map.entry("GET /albums", new String[] {"getAllAlbums", ""}),
            Map.entry("POST /albums", new String[] {"createAlbum", "createAlbumDto"}),
            Map.entry("PUT /albums/{id}/assets", new String[] {"addAssetsToAlbum", "bulkIdsDto"}),
            Map.entry("POST /assets", new String[] {"uploadAsset", "assetMediaCreateDto"}),
            Map.entry("DELETE /assets", new String[] {"deleteAssets", "assetBulkDeleteDto"}),
            Map.entry("POST /memories", new String[] {"createMemory", "memoryCreateDto"}),
            Map.entry("DELETE /memories/{id}", new String[] {"deleteMemory", ""}));

    @TempDir
    Path folder;

    @Test
    void allThatIsSaidIsOfThePublishedTypes() throws Exception {
        List<Path> packages = Arrays.stream(
                        System.getProperty("keepsake.immich.sdk", "").split(File.pathSeparator))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList();
        Needs.data(!packages.isEmpty(), "keepsake.immich.sdk names no folder with Immich's published types");
        Needs.data(Files.exists(TYPESCRIPT), "the pages' TypeScript is not installed; run npm ci in web");
        for (Path one : packages) {
            JsonNode about = JsonMapper.shared().readTree(Files.readAllBytes(one.resolve("package.json")));
            String version = about.path("version").asString("");
            compare(one, version, Integer.parseInt(version.replaceFirst("\\..*", "")));
        }
    }

    private void compare(Path sdk, String version, int major) throws Exception {
        List<Exchange> said = talk(major);
        assertThat(new TreeSet<>(said.stream().map(Exchange::operation).toList()))
                .as("each operation is asked for")
                .isEqualTo(new TreeSet<>(FUNCTIONS.keySet()));
        String code = Files.readString(sdk.resolve("build/fetch-client.js"));
        StringBuilder text = new StringBuilder("import type * as sdk from \"./sdk/fetch-client\";\n")
                // Enumerations by their words, as they stand in JSON.
                .append("type Plain<T> = T extends string ? `${T}` : T extends (infer U)[] ? Plain<U>[]")
                .append(" : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;\n");
        int number = 0;
        for (Exchange one : said) {
            String[] function = FUNCTIONS.get(one.operation());
            assertThat(isSpokenOf(code, one.operation(), function[0]))
                    .as("%s of %s", one.operation(), version)
                    .isTrue();
            String type = "typeof sdk." + function[0];
            String inner = function[1].isEmpty() ? "" : "[\"" + function[1] + "\"]";
            for (String name : one.names()) {
                text.append("const n%d: keyof Parameters<%s>[0]%s = \"%s\";\n".formatted(number++, type, inner, name));
            }
            if (!one.request().isEmpty()) {
                text.append("const q%d: Plain<Parameters<%s>[0]%s> = %s;\n"
                        .formatted(number++, type, inner, one.request()));
            }
            if (!one.answer().isEmpty()) {
                text.append(
                        "const a%d: Plain<Awaited<ReturnType<%s>>> = %s;\n".formatted(number++, type, one.answer()));
            }
        }
        Path work = Files.createDirectories(folder.resolve(version));
        Files.createDirectories(work.resolve("sdk"));
        for (String name : List.of("fetch-client.d.ts", "fetch-errors.d.ts")) {
            Files.copy(sdk.resolve("build").resolve(name), work.resolve("sdk").resolve(name));
        }
        Files.writeString(work.resolve("said.ts"), text);
        Process compiler = new ProcessBuilder(
                        Needs.program("node").toString(),
                        TYPESCRIPT.toString(),
                        "--noEmit",
                        "--strict",
                        "--skipLibCheck",
                        "--target",
                        "es2022",
                        "--module",
                        "esnext",
                        "--moduleResolution",
                        "bundler",
                        "said.ts")
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(compiler.waitFor()).as("%s: %s", version, words).isZero();
        System.out.printf("%d exchanges are of the types of @immich/sdk %s.%n", said.size(), version);
    }

    /** Whether the package's function asks at the same path by the same method. */
    private static boolean isSpokenOf(String code, String operation, String function) {
        int start = code.indexOf("export function " + function + "(");
        int end = code.indexOf("\n}", start);
        String body = start < 0 ? "" : code.substring(start, end);
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", "${encodeURIComponent(id)}");
        boolean pathIsThere = body.contains("`" + path + "`")
                || body.contains("`" + path + "${QS")
                || body.contains("\"" + path + "\"");
        return pathIsThere
                && (method.equals("GET") ? !body.contains("method:") : body.contains("method: \"" + method + "\""));
    }

    /** All that is ever asked, with answers of all forms. */
    private List<Exchange> talk(int major) throws Exception {
        try (StandInImmich immich = StandInImmich.start(major);
                Source source = SourceKind.IMMICH.open(new Account(immich.address(), StandInImmich.KEY, true, true))) {
            LocalDateTime noon = LocalDateTime.of(2024, 7, 1, 12, 0);
            String anna = immich.person("Anna");
            HeldAsset photo = immich.add("1.jpg", noon);
            immich.change(
                    photo.id(), held -> held.takenIn(48, 11).showing(List.of(new HeldFace(anna, 10, 10, 200, 200))));
            HeldAsset clip = immich.addClip("2.mp4", noon);
            immich.clip(new byte[100]);
            immich.album("Summer", StandInImmich.ME, true, List.of(photo.id()));
            KnownAssets known = new KnownAssets();
            Greeting ignored = source.greet();
            String cursor = known.read(source, "");
            String ignoredCursor = known.read(source, cursor);
            known.assets.clear();
            known.compare(source);
            source.faces(photo.id());
            source.people();
            source.showing(anna);
            source.albums(Map.of());
            Path file = folder.resolve("picture");
            source.download(photo.id(), Rendition.PREVIEW, file, 1 << 20);
            source.download(photo.id(), Rendition.ORIGINAL, file, 1 << 20);
            source.download(clip.id(), Rendition.PLAYBACK, file, 1 << 20);
            WriteBack writing = source.writeBack().orElseThrow();
            Path film = Files.writeString(folder.resolve("film.mp4"), "a film");
            String first = writing.putFilm(film, "a.mp4", Instant.EPOCH, Optional.empty());
            Files.writeString(film, "another film");
            writing.putFilm(film, "a.mp4", Instant.EPOCH, Optional.of(first));
            LocalDate day = LocalDate.of(2026, 7, 1);
            String memory = writing.putMemory(day, 2024, List.of(photo.id()), Optional.empty());
            writing.putMemory(day, 2024, List.of(photo.id()), Optional.of(memory));
            writing.name(anna, "Anna B.");
            assertThat(immich.breaches()).isEmpty();
            return immich.exchanges();
        }
    }
}
