package errand.simulation;

import errand.agent.Capability;
import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Maturity;
import errand.runtime.work.CapabilityTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What agents can do, by their own tables, as they would announce it. */
final class TableDirectory implements Directory {

    private final Map<String, Described> all = new TreeMap<>();

    TableDirectory(Collection<CapabilityTable> tables) {
        for (CapabilityTable table : tables) {
            table.rows().forEach(row -> all.put(row.capability().name(), described(table, row)));
        }
    }

    private static Described described(CapabilityTable table, CapabilityTable.Row row) {
        Capability<?, ?> it = row.capability();
        return new Described(
                it.name(),
                table.agent(),
                table.version(),
                it.description(),
                Effect.valueOf(it.effect().name()),
                row.inputSchema(),
                row.outputSchema(),
                it.undo(),
                it.answerWithin(),
                Maturity.valueOf(it.maturity().name()));
    }

    @Override
    public Optional<Described> find(String capability) {
        return Optional.ofNullable(all.get(capability));
    }

    @Override
    public List<String> agents() {
        return all.values().stream().map(Described::agent).distinct().sorted().toList();
    }

    @Override
    public List<String> capabilities(String agent) {
        return all.keySet().stream().filter(name -> name.startsWith(agent + ".")).toList();
    }
}
