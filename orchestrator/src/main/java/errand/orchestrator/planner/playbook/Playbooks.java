package errand.orchestrator.planner.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The playbooks that are shipped and those of a folder. A broken file is named among the faults and
 * leaves the others working; the folder is looked at again, at most once a second, when playbooks
 * are asked for.
 */
public final class Playbooks {

    private static final Logger log = LoggerFactory.getLogger(Playbooks.class);
    private static final String INDEX = "playbooks/index.txt";
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    /** What there is now. */
    public record Shelf(List<Playbook> playbooks, List<PlaybookFault> faults) {

        public @Nullable Playbook named(@Nullable String name) {
            return playbooks.stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
        }
    }

    /** A file as it was when it was read. */
    private record Stamp(long modified, long size) {}

    private final Map<String, String> shipped;
    private final @Nullable Path folder;
    private final LongSupplier nanos;
    private Map<Path, Stamp> seen = Map.of();
    private long lookedAt;
    private Shelf shelf;

    private Playbooks(Map<String, String> shipped, @Nullable Path folder, LongSupplier nanos) {
        this.shipped = shipped;
        this.folder = folder;
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong();
        this.seen = stamps();
        this.shelf = read();
    }

    /**
     * @param folder one with files {@code *.yaml} besides those shipped, or null
     */
    public static Playbooks with(@Nullable Path folder) {
        return with(folder, System::nanoTime);
    }

    /** The same with a clock of its own; it only says how long ago the folder was looked at. */
    static Playbooks with(@Nullable Path folder, LongSupplier nanos) {
        return new Playbooks(shippedTexts(), folder, nanos);
    }

    public synchronized Shelf current() {
        if (folder != null && nanos.getAsLong() - lookedAt >= LOOK_AGAIN_NANOS) {
            lookedAt = nanos.getAsLong();
            Map<Path, Stamp> now = stamps();
            if (!now.equals(seen)) {
                seen = now;
                shelf = read();
            }
        }
        return shelf;
    }

    private Shelf read() {
        List<PlaybookFault> faults = new ArrayList<>();
        Map<String, Playbook> byName = new TreeMap<>();
        Map<String, String> fileOf = new HashMap<>();
        shipped.forEach((file, text) -> add(file, text, byName, fileOf, faults));
        for (Path file : seen.keySet().stream().sorted().toList()) {
            try {
                add(file.toString(), Files.readString(file), byName, fileOf, faults);
            } catch (MalformedInputException e) {
                faults.add(new PlaybookFault(file.toString(), 0, "is not UTF-8 text."));
            } catch (IOException e) {
                faults.add(
                        new PlaybookFault(file.toString(), 0, "cannot be read: %s.".formatted(e)));
            }
        }
        if (folder != null && !Files.isDirectory(folder)) {
            faults.add(
                    new PlaybookFault(
                            folder.toString(),
                            0,
                            "is no folder; playbooks are files *.yaml in one."));
        }
        faults.forEach(fault -> log.warn("Left out: {}", fault));
        return new Shelf(List.copyOf(byName.values()), List.copyOf(faults));
    }

    private static void add(
            String file,
            String text,
            Map<String, Playbook> byName,
            Map<String, String> fileOf,
            List<PlaybookFault> faults) {
        PlaybookReader.Read read = PlaybookReader.read(file, text);
        faults.addAll(read.faults());
        Playbook playbook = read.playbook();
        if (playbook == null) {
            return;
        }
        String other = fileOf.putIfAbsent(playbook.name(), file);
        if (other == null) {
            byName.put(playbook.name(), playbook);
        } else {
            faults.add(
                    new PlaybookFault(
                            file,
                            1,
                            "there is a playbook '%s' already, in %s; give this one another name."
                                    .formatted(playbook.name(), other)));
        }
    }

    private Map<Path, Stamp> stamps() {
        if (folder == null || !Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Map<Path, Stamp> stamps = new HashMap<>();
            for (Path file : files.filter(Playbooks::yaml).toList()) {
                stamps.put(
                        file,
                        new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
            }
            return stamps;
        } catch (IOException e) {
            return seen;
        }
    }

    private static boolean yaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** By an index, because a jar cannot be listed; every jar may bring one. */
    private static Map<String, String> shippedTexts() {
        Map<String, String> texts = new TreeMap<>();
        try {
            List<URL> indices =
                    Collections.list(Playbooks.class.getClassLoader().getResources(INDEX));
            for (URL index : indices) {
                for (String name : text(index).lines().map(String::strip).toList()) {
                    if (!name.isEmpty()) {
                        texts.put(
                                "playbooks/" + name,
                                text(
                                        URI.create(index.toString().replace("index.txt", name))
                                                .toURL()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Shipped playbooks cannot be read.", e);
        }
        return texts;
    }

    private static String text(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
