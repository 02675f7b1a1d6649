package errand.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per machine and user from the archive on the class path into
 * {@code ~/.cache/errand}.
 */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> EXECUTABLE =
            PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresBinaries() {}

    /** The folder that has {@code bin}, {@code lib} and {@code share}. */
    static synchronized Path folder() {
        var archive = archiveName();
        var resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null) {
            throw new IllegalStateException(
                    "No PostgreSQL for this machine on the class path ("
                            + archive
                            + "): add the module of io.zonky.test.postgres that has it");
        }
        try {
            var cache = Path.of(System.getProperty("user.home"), ".cache", "errand");
            Files.createDirectories(cache);
            // The archive's size tells one version from another.
            long size = resource.openConnection().getContentLengthLong();
            var folder = cache.resolve("postgres-" + size);
            if (!Files.isDirectory(folder)) {
                try (var in = resource.openStream()) {
                    unpack(in, cache, folder);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch");
        return "postgres-%s-%s.txz"
                .formatted(
                        os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux",
                        switch (arch) {
                            case "amd64", "x86_64" -> "x86_64";
                            case "aarch64", "arm64" -> "arm_64";
                            default -> arch;
                        });
    }

    /**
     * Into a folder beside it first, so that whoever looks at the same moment sees all or nothing.
     */
    private static void unpack(InputStream in, Path cache, Path folder) throws IOException {
        var half = Files.createTempDirectory(cache, "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, half);
            }
        }
        try {
            Files.setPosixFilePermissions(half, EXECUTABLE);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Somebody else was quicker; theirs is the same.
        }
    }

    private static void write(TarArchiveEntry entry, InputStream tar, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive names a path outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, EXECUTABLE);
        }
    }
}
