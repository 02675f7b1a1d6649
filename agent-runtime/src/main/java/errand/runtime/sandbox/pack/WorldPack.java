package errand.runtime.sandbox.pack;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import errand.runtime.sandbox.pack.PackTable.Read;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that extends or replaces the generated world: {@code <agent>/<table>.csv}, and a {@code
 * world.properties} that may say {@code replace = taobao/goods.csv, …}. What is wrong is collected
 * over all tables; {@link #verify} then says everything at once. Not for several threads.
 */
public final class WorldPack {

    private static final String MANIFEST = "world.properties";
    private static final String REPLACE = "replace";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final @Nullable Path directory;
    private final List<String> replaced;
    private final List<PackFault> faults = new ArrayList<>();
    private final Map<String, Integer> taken = new TreeMap<>();

    private WorldPack(@Nullable Path directory, List<String> replaced) {
        this.directory = directory;
        this.replaced = replaced;
    }

    /** The generated world alone. */
    public static WorldPack none() {
        return new WorldPack(null, List.of());
    }

    /**
     * @param directory of the pack; blank for none
     * @throws BadWorldPack when it is no folder
     */
    public static WorldPack in(String directory) {
        return directory.isBlank() ? none() : in(Path.of(directory));
    }

    public static WorldPack in(Path directory) {
        if (!Files.isDirectory(directory)) {
            String reason = "There is no such folder. A pack holds <agent>/<table>.csv.";
            throw new BadWorldPack(
                    directory, List.of(new PackFault(directory.toString(), 0, reason)));
        }
        Properties manifest = manifest(directory.resolve(MANIFEST));
        List<String> replaced =
                Arrays.stream(manifest.getProperty(REPLACE, "").split(","))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .toList();
        WorldPack pack = new WorldPack(directory, replaced);
        manifest.stringPropertyNames().stream()
                .filter(key -> !List.of("name", REPLACE).contains(key))
                .forEach(
                        key ->
                                pack.reject(
                                        MANIFEST,
                                        0,
                                        "'%s' says nothing; name and replace do.".formatted(key)));
        return pack;
    }

    /** Whether the rows of this table stand instead of what would be generated. */
    public boolean replaces(PackTable<?> table) {
        return replaced.contains(table.path());
    }

    /** The rows that fit, in the order of the file; none when the pack lacks the file. */
    public <T> List<Read<T>> rows(PackTable<T> table) {
        Path file = file(table).orElse(null);
        if (file == null) {
            if (replaces(table)) {
                reject(MANIFEST, 0, "It replaces %s, which is not there.".formatted(table.path()));
            }
            return List.of();
        }
        List<Read<T>> rows = new ArrayList<>();
        Map<String, Long> ids = new HashMap<>();
        try (CsvReader<NamedCsvRecord> csv = open(file)) {
            boolean first = true;
            for (NamedCsvRecord line : csv) {
                if (first && !headerFits(table, line)) {
                    return List.of();
                }
                first = false;
                read(table, line, ids).ifPresent(rows::add);
            }
        } catch (CsvParseException e) {
            reject(table.path(), 0, "It is no CSV: %s".formatted(e.getMessage()));
        } catch (UncheckedIOException | IOException e) {
            reject(table.path(), 0, unreadable(e));
        }
        taken.put(table.path(), rows.size());
        return rows;
    }

    /** Notes what is wrong with a row that only its agent can see. */
    public void reject(PackTable<?> table, int line, String reason) {
        reject(table.path(), line, reason);
    }

    /**
     * Notes files that nobody reads.
     *
     * @param tables all that are known, of all agents
     */
    public void rejectUnknownFiles(List<PackTable<?>> tables) {
        List<String> known = tables.stream().map(PackTable::path).toList();
        for (String path : files()) {
            if (!known.contains(path)) {
                reject(path, 0, "No table is called so. Tables are: " + String.join(", ", known));
            }
        }
        for (String path : replaced) {
            if (!known.contains(path)) {
                reject(MANIFEST, 0, "It replaces '%s', and no table is called so.".formatted(path));
            }
        }
    }

    /** How many rows each file that was read brings, by path. */
    public Map<String, Integer> taken() {
        return Map.copyOf(taken);
    }

    /** All that was found wrong so far. */
    public List<PackFault> faults() {
        return List.copyOf(faults);
    }

    /**
     * @throws BadWorldPack when anything is wrong
     */
    public void verify() {
        if (!faults.isEmpty()) {
            throw new BadWorldPack(directory == null ? Path.of("") : directory, faults);
        }
    }

    private <T> Optional<Read<T>> read(
            PackTable<T> table, NamedCsvRecord line, Map<String, Long> ids) {
        int before = faults.size();
        int number = (int) line.getStartingLineNumber();
        Map<String, String> cells = line.getFieldsAsMap();
        for (Column column : table.columns()) {
            if (column.required() && cells.getOrDefault(column.name(), "").isBlank()) {
                reject(table.path(), number, column.name() + ": It is empty, and must not be.");
            }
        }
        String id = cells.getOrDefault(table.columns().getFirst().name(), "").strip();
        Long other = ids.putIfAbsent(id, line.getStartingLineNumber());
        if (other != null && !id.isEmpty()) {
            reject(table.path(), number, "'%s' stands in line %d already.".formatted(id, other));
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        PackRow row =
                new PackRow(
                        cells,
                        table.columns(),
                        (column, reason) -> reject(table.path(), number, column + ": " + reason));
        T made = table.row().apply(row);
        return faults.size() > before ? Optional.empty() : Optional.of(new Read<>(made, number));
    }

    private boolean headerFits(PackTable<?> table, NamedCsvRecord line) {
        int before = faults.size();
        List<String> header = line.getHeader();
        List<String> known = Column.names(table.columns());
        for (String name : header) {
            if (!known.contains(name)) {
                reject(
                        table.path(),
                        1,
                        "There is no column '%s'. Columns are: %s"
                                .formatted(name, String.join(", ", known)));
            }
        }
        for (Column column : table.columns()) {
            if (column.required() && !header.contains(column.name())) {
                reject(table.path(), 1, "The column '%s' is missing.".formatted(column.name()));
            }
        }
        return faults.size() == before;
    }

    private Optional<Path> file(PackTable<?> table) {
        return Optional.ofNullable(directory)
                .map(folder -> folder.resolve(table.path()))
                .filter(Files::isRegularFile);
    }

    private List<String> files() {
        if (directory == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory, 2)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .ofNamedCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static String unreadable(Exception e) {
        Throwable why =
                e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return why instanceof MalformedInputException
                ? "It is not UTF-8; save it as UTF-8."
                : "It cannot be read: " + why.getMessage();
    }

    private static Properties manifest(Path file) {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(text);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + MANIFEST, e);
            }
        }
        return properties;
    }

    private void reject(String file, int line, String reason) {
        faults.add(new PackFault(file, line, reason));
    }
}
