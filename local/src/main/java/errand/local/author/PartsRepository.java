package errand.local.author;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The modules that agents stand on, as a Maven repository in the clone's own {@code target}: an
 * agent outside the clone needs nothing installed. Every build is a snapshot with a time of its
 * own, so that Maven never takes an old one from its cache (docs/decisions/0022).
 */
public final class PartsRepository {

    private static final List<String> MODULES =
            List.of("schemas", "embedded", "agent-runtime", "agent-testkit");
    private static final String SNAPSHOT = "SNAPSHOT";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss").withZone(ZoneOffset.UTC);

    private final Checkout checkout;
    private final String version;

    PartsRepository(Checkout checkout) throws IOException {
        this.checkout = checkout;
        this.version = checkout.version();
    }

    /** After a build of the clone ({@code errand}, the script). */
    public static void main(String[] args) throws IOException {
        new PartsRepository(Checkout.here("agents are built")).refresh();
    }

    /** Makes it what the clone's classes are now; does nothing when it is. */
    void refresh() throws IOException {
        String stamp = stamp();
        Path mark = checkout.repository().resolve("errand.stamp");
        if (Files.exists(mark) && Files.readString(mark).equals(stamp)) {
            return;
        }
        Path fresh =
                checkout.repository().resolveSibling("repository." + ProcessHandle.current().pid());
        delete(fresh);
        put(fresh, "errand", stamp, checkout.root().resolve("pom.xml"), List.of());
        for (String module : MODULES) {
            Path folder = checkout.root().resolve(module);
            put(fresh, module, stamp, folder.resolve("pom.xml"), List.of(classes(module)));
        }
        sums(fresh);
        Files.writeString(fresh.resolve("errand.stamp"), stamp);
        delete(checkout.repository());
        Files.move(fresh, checkout.repository());
    }

    private Path classes(String module) {
        return checkout.root().resolve(module).resolve("target/classes");
    }

    /** When the newest of all that goes in was made. */
    private String stamp() throws IOException {
        List<Path> all = new ArrayList<>(List.of(checkout.root().resolve("pom.xml")));
        for (String module : MODULES) {
            all.add(checkout.root().resolve(module).resolve("pom.xml"));
            all.addAll(files(classes(module)));
        }
        Instant newest = Instant.EPOCH;
        for (Path file : all) {
            Instant made = Files.getLastModifiedTime(file).toInstant();
            newest = made.isAfter(newest) ? made : newest;
        }
        return STAMP.format(newest);
    }

    private void put(Path fresh, String artifact, String stamp, Path pom, List<Path> classes)
            throws IOException {
        Path folder = Files.createDirectories(fresh.resolve("errand/" + artifact + "/" + version));
        String name = artifact + "-" + version.replace(SNAPSHOT, stamp + "-1");
        Files.copy(pom, folder.resolve(name + ".pom"));
        for (Path folderOfClasses : classes) {
            jar(folderOfClasses, folder.resolve(name + ".jar"));
        }
        if (version.endsWith(SNAPSHOT)) {
            Files.writeString(folder.resolve("maven-metadata.xml"), metadata(artifact, stamp));
        }
    }

    /** With entries for folders: Flyway and Spring look for resources by them. */
    private static void jar(Path classes, Path file) throws IOException {
        try (Stream<Path> all = Files.walk(classes);
                OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Path entry : all.filter(path -> !path.equals(classes)).sorted().toList()) {
                boolean folder = Files.isDirectory(entry);
                String name = classes.relativize(entry).toString().replace('\\', '/');
                jar.putNextEntry(new JarEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(entry, jar);
                }
                jar.closeEntry();
            }
        }
    }

    /** As the repository metadata of Maven describes a unique snapshot. */
    private String metadata(String artifact, String stamp) {
        String updated = stamp.replace(".", "");
        String snapshot =
                "<snapshotVersion><extension>%s</extension><value>%s</value><updated>%s</updated></snapshotVersion>";
        String value = version.replace(SNAPSHOT, stamp + "-1");
        return """
        <metadata modelVersion="1.1.0">
          <groupId>errand</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <versioning>
            <snapshot><timestamp>%s</timestamp><buildNumber>1</buildNumber></snapshot>
            <lastUpdated>%s</lastUpdated>
            <snapshotVersions>
              %s
              %s
            </snapshotVersions>
          </versioning>
        </metadata>
        """
                .formatted(
                        artifact,
                        version,
                        stamp,
                        updated,
                        snapshot.formatted("pom", value, updated),
                        snapshot.formatted("jar", value, updated));
    }

    /** Maven complains loudly about files without them. */
    private static void sums(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Path sum = file.resolveSibling(file.getFileName() + ".sha1");
            Files.writeString(sum, sha1(Files.readAllBytes(file)));
        }
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
