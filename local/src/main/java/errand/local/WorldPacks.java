package errand.local;

import errand.runtime.sandbox.pack.BadWorldPack;
import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks at world packs with the eyes of all agents, without starting any. */
final class WorldPacks {

    /** It would recommend an incubator module. Kept, or its level would be forgotten. */
    private static final Logger LUCENE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private WorldPacks() {}

    /** All tables of all agents, by path. */
    static List<PackTable<?>> tables() {
        var tables = new ArrayList<PackTable<?>>();
        readers().forEach(reader -> tables.addAll(reader.tables()));
        tables.sort(Comparator.comparing(PackTable::path));
        return tables;
    }

    /**
     * Reads the pack as the agents will.
     *
     * @throws Complaint with file, line and reason of every fault
     */
    static WorldPack check(Path directory) {
        LUCENE.setLevel(Level.SEVERE);
        try {
            var pack = WorldPack.in(directory);
            readers().forEach(reader -> reader.check(pack));
            pack.rejectUnknownFiles(tables());
            pack.verify();
            return pack;
        } catch (BadWorldPack e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<PackTables> readers() {
        return ServiceLoader.load(PackTables.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
