import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Prints what is in a package, and by whose leave: the notice, the table of libraries, weights, fonts and recordings, and
 * the licences that lie in the jars. Arguments: the checkout, the folder of jars.
 */
void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.println(Files.readString(root.resolve("NOTICE")));
    title(out, "Libraries, weights, fonts, recordings");
    String table = Files.readString(root.resolve("docs/dependencies.md"));
    out.println(table.substring(table.indexOf("## Libraries"), table.indexOf("## Build and tests only")));
    title(out, "The licence of Keepsake itself, and of most libraries");
    out.println(Files.readString(root.resolve("LICENSE")));
    Pattern licence = Pattern.compile("(META-INF/)?([^/]+/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(args[1]))) {
        jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && licence.matcher(entry.getName()).matches() && !entry.getName().endsWith(".class")) {
                    title(out, jar.getFileName() + ": " + entry.getName());
                    out.println(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""));
                }
            }
        }
    }
    title(out, "Java: GPL-2.0 with the Classpath Exception; its texts are in lib/runtime/legal");
    out.flush();
}

void title(PrintStream out, String title) {
    String rule = "-".repeat(70);
    out.printf("%n%s%n%s%n%s%n%n", rule, title, rule);
}
