package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.impl.DefaultSftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * A folder on a server that speaks SFTP. An upload goes on at the length of what is there. The host's key is remembered
 * at the first meeting, and another one is refused afterwards.
 */
final class SftpFolder implements Target {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BUFFER = 1 << 15;

    /** A server that says nothing of 32 KiB for so long is lost. */
    private static final Duration LOST = Duration.ofSeconds(10);

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String keyFile;
    private final String folder;

    /**
     * @param password empty when a key is used
     * @param keyFile path of a private key without passphrase, or empty
     * @param folder on the server; relative ones begin at the user's home
     */
    SftpFolder(String host, int port, String user, String password, String keyFile, String folder) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.keyFile = keyFile;
        this.folder = folder;
    }

    @Override
    public Optional<URI> send(Upload upload, UploadProgress progress) throws IOException {
        String pin = "host key %s:%d".formatted(host, port);
        String known = progress.remembered(pin).orElse("");
        StringBuilder met = new StringBuilder();
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> isExpected(key, known, met));
            client.start();
            try (ClientSession session =
                    client.connect(user, host, port).verify(PATIENCE).getSession()) {
                if (!keyFile.isEmpty()) {
                    session.setKeyIdentityProvider(new FileKeyPairProvider(Path.of(keyFile)));
                }
                if (!password.isEmpty()) {
                    session.addPasswordIdentity(password);
                }
                enter(session, known, met);
                progress.remember(pin, met.toString());
                DefaultSftpClient.SFTP_CLIENT_CMD_TIMEOUT.set(session, LOST);
                try (SftpClient files = SftpClientFactory.instance().createSftpClient(session)) {
                    return Optional.of(upload(files, upload, progress));
                }
            }
        }
    }

    private static boolean isExpected(PublicKey key, String known, StringBuilder met) {
        met.setLength(0);
        met.append(KeyUtils.getFingerPrint(key));
        return known.isEmpty() || known.contentEquals(met);
    }

    private void enter(ClientSession session, String known, StringBuilder met) throws IOException {
        try {
            session.auth().verify(PATIENCE);
        } catch (IOException e) {
            if (!known.isEmpty() && !known.contentEquals(met)) {
                throw new UploadRefusedException(
                        "%s: expected the host key %s, found %s. If the server was set up anew, remove this target and add it again."
                                .formatted(host, known, met));
            }
            if (session.isOpen() && !met.isEmpty()) {
                throw new UploadRefusedException(
                        "%s: the user %s is not let in. Look at the password or key that you set for this target."
                                .formatted(host, user));
            }
            throw e;
        }
    }

    private URI upload(SftpClient files, Upload upload, UploadProgress progress) throws IOException {
        String base = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        String part = base + upload.name() + "-" + upload.print() + ".part";
        String whole = base + upload.name();
        long have = Math.max(0, length(files, part));
        have = have > upload.size() ? 0 : have;
        try (SftpClient.CloseableHandle handle = open(files, part)) {
            while (have < upload.size()) {
                byte[] bytes = upload.part(have);
                for (int at = 0; at < bytes.length; at += BUFFER) {
                    files.write(handle, have + at, bytes, at, Math.min(BUFFER, bytes.length - at));
                }
                have += bytes.length;
                progress.arrived(have);
            }
        }
        if (length(files, whole) >= 0) {
            files.remove(whole);
        }
        files.rename(part, whole);
        return URI.create("sftp://%s/%s".formatted(host, Web.encoded(whole).replace("%2F", "/")));
    }

    private SftpClient.CloseableHandle open(SftpClient files, String part) throws IOException {
        try {
            return files.open(part, Set.of(OpenMode.Write, OpenMode.Create));
        } catch (SftpException e) {
            throw new UploadRefusedException(
                    "%s: expected a folder \"%s\" that may be written to: %s. Make it, or set another."
                            .formatted(host, folder, e.getMessage()));
        }
    }

    /** @return -1 when there is no such file */
    private static long length(SftpClient files, String name) throws IOException {
        try {
            return files.stat(name).getSize();
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return -1;
            }
            throw e;
        }
    }
}
