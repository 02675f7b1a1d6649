package errand.orchestrator.draft;

import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Mandates;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The capabilities a draft uses, looked up once, and the manifests that enter the plan. */
final class Catalogue {

    private static final Described ASK =
            new Described(
                    Manifest.ASK,
                    "person",
                    "1",
                    "Asks the person to agree to quotes, all on one card.",
                    Effect.READ,
                    """
                    {"type":"object","properties":{"quotes":{"type":"array","minItems":1,\
                    "items":{"type":"object","x-errand-type":"quote",\
                    "properties":{"quoteId":{"type":"string","minLength":1}},\
                    "required":["quoteId"]}}},"required":["quotes"],"additionalProperties":false}""",
                    """
                    {"type":"object","properties":{"consentId":{"type":"string"},\
                    "total":{"type":"object"},"lines":{"type":"array"}}}""",
                    null,
                    Duration.ofMinutes(30),
                    Maturity.AUTO);

    private final Directory directory;
    private final Faults faults;
    private final boolean own;
    private final Map<String, Optional<Described>> found = new HashMap<>();
    private final Map<String, Manifest> manifests = new TreeMap<>();

    Catalogue(Directory directory, Faults faults, boolean own) {
        this.directory = directory;
        this.faults = faults;
        this.own = own;
    }

    Map<String, Manifest> manifests() {
        return manifests;
    }

    /** A capability that may be planned; otherwise a fault at the path, and null. */
    @Nullable Manifest use(String capability, String path) {
        if (capability.isEmpty()) {
            return null;
        }
        if (!own && Mandates.keeps(capability)) {
            faults.add(
                    path,
                    "NOT_FOR_PLANS",
                    "'%s' is the platform's own: mandates are kept by /api/mandates and used by themselves."
                            .formatted(capability));
            return null;
        }
        Described described = find(capability);
        if (described == null) {
            faults.add(path, "CAPABILITY_UNKNOWN", unknown(capability));
            return null;
        }
        if (described.maturity() == Maturity.QUARANTINED) {
            faults.add(
                    path,
                    "QUARANTINED",
                    "'%s' is quarantined and not to be planned.".formatted(capability));
        }
        if (described.maturity() == Maturity.SHADOW && described.effect().writes()) {
            faults.add(
                    path,
                    "SHADOW",
                    "'%s' is on trial and may not write; an operator can set its maturity."
                            .formatted(capability));
        }
        enter(described, path);
        return manifests.get(capability);
    }

    private void enter(Described described, String path) {
        String undo = described.undo();
        if (manifest(described, path) && undo != null) {
            Described back = find(undo);
            if (back == null) {
                faults.add(
                        path,
                        "UNDO_UNKNOWN",
                        "'%s' is undone by '%s', but no agent here can do that."
                                .formatted(described.name(), undo));
            } else {
                manifest(back, path);
            }
        }
    }

    private boolean manifest(Described it, String path) {
        String inputSchema = Schema.withoutProse(it.inputSchema());
        if (inputSchema == null) {
            faults.add(
                    path,
                    "SCHEMA_UNREADABLE",
                    "The input schema of '%s' is not JSON; its agent must be mended."
                            .formatted(it.name()));
            return false;
        }
        manifests.put(
                it.name(),
                new Manifest(
                        it.name(),
                        it.version(),
                        it.effect(),
                        it.maturity(),
                        it.undo(),
                        it.answerWithin(),
                        inputSchema,
                        Schema.quotePaths(it.outputSchema())));
        return true;
    }

    private @Nullable Described find(String capability) {
        if (capability.equals(Manifest.ASK)) {
            return ASK;
        }
        return found.computeIfAbsent(capability, directory::find).orElse(null);
    }

    private String unknown(String capability) {
        int dot = capability.indexOf('.');
        String agent = dot < 0 ? capability : capability.substring(0, dot);
        List<String> here = directory.agents();
        if (agent.equals("person")) {
            return "A plan can ask the person by '%s' only.".formatted(Manifest.ASK);
        }
        if (!here.contains(agent)) {
            return "No agent '%s' is here. Here are: %s."
                    .formatted(agent, here.isEmpty() ? "none" : String.join(", ", here));
        }
        List<String> can =
                directory.capabilities(agent).stream()
                        .map(name -> name.substring(agent.length() + 1))
                        .toList();
        return "Agent '%s' cannot do '%s'. It can do: %s.%s"
                .formatted(
                        agent,
                        dot < 0 ? capability : capability.substring(dot + 1),
                        can.isEmpty() ? "nothing" : String.join(", ", can),
                        directory.limits(agent).map(limits -> " " + limits.en()).orElse(""));
    }
}
