import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Brings packages of Debian: {@code java FetchDebian.java debian.tsv architecture folder}.
 *
 * <p>Each line of the table is {@code architecture<TAB>file in the archive<TAB>SHA-256}. Files are kept in the user's
 * cache folder under their checksum. What Debian has replaced by a newer version is still in its archive of the past.
 */
void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[2]));
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
        String[] cell = line.split("\t");
        if (!line.startsWith("#") && cell[0].equals(args[1])) {
            Path archive = Archives.folder().resolve(cell[2] + ".deb");
            if (Files.notExists(archive)) {
                fetch(client, cell[1], cell[2], archive);
            }
            Files.copy(archive, folder.resolve(Path.of(cell[1]).getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

private void fetch(HttpClient client, String name, String sha256, Path archive) throws IOException, InterruptedException {
    Path part = Files.createTempFile(archive.getParent(), "debian", ".part");
    try {
        if (!download(client, "https://deb.debian.org/debian/" + name, part)
                && !download(client, "https://snapshot.debian.org/archive/debian/20261130T000000Z/" + name, part)) {
            throw new IOException(name + ": Debian has no such file.");
        }
        Archives.check(name, sha256, part);
        Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
    } finally {
        Files.deleteIfExists(part);
    }
}

private boolean download(HttpClient client, String address, Path file) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address.replace("+", "%2B"))).build();
    return client.send(request, HttpResponse.BodyHandlers.ofFile(file)).statusCode() == 200;
}
