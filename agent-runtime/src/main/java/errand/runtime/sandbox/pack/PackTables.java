package errand.runtime.sandbox.pack;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The tables that one agent's sandbox takes from a world pack, found through {@link ServiceLoader}
 * so that a pack can be checked without starting anything.
 */
public interface PackTables {

    List<PackTable<?>> tables();

    /**
     * Reads all tables and notes every fault in the pack, those between tables included. Makes the
     * world of the pack the same way the agent does at its start.
     */
    void check(WorldPack pack);
}
