package errand.orchestrator.planner.model;

import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.draft.Schema;
import errand.orchestrator.plan.Mandates;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What agents can do now, as a model is told, and the schema of its reply. */
final class Offer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NOT_PLANNED = Set.of("planner");

    private final Directory directory;

    Offer(Directory directory) {
        this.directory = directory;
    }

    /** Name, description, effect, undo, and the schemas of what goes in and comes out. */
    ArrayNode capabilities() {
        ArrayNode all = JSON.createArrayNode();
        for (Described one : planned()) {
            ObjectNode node = all.addObject();
            node.put("name", one.name());
            node.put("description", one.description());
            node.put("effect", one.effect().name());
            node.set("input", schema(one.inputSchema()));
            node.set("output", schema(Schema.withoutProse(one.outputSchema())));
        }
        return all;
    }

    /** Why agents can do less than one might expect, by agent. */
    ObjectNode limits() {
        ObjectNode all = JSON.createObjectNode();
        for (String agent : directory.agents()) {
            directory.limits(agent).ifPresent(limits -> all.put(agent, limits.en()));
        }
        return all;
    }

    private List<Described> planned() {
        return directory.agents().stream()
                .filter(agent -> !NOT_PLANNED.contains(agent))
                .flatMap(agent -> directory.capabilities(agent).stream())
                .filter(name -> !Mandates.keeps(name))
                .map(directory::find)
                .flatMap(Optional::stream)
                .filter(
                        one ->
                                one.maturity() == Maturity.AUTO
                                        || one.maturity() == Maturity.CONFIRM)
                .toList();
    }

    /** JSON Schema of a reply whose steps are among the capabilities. */
    static String replySchema() {
        return """
        {"type":"object","properties":{
          "kind":{"enum":["plan","question","answer","cancel"]},
          "text":{"type":"string"},
          "questions":{"type":"array","maxItems":5,"items":{"type":"object","properties":{
            "slot":{"type":"string"},"text":{"type":"string"},
            "options":{"type":"array","items":{"type":"string"}}},"required":["slot","text"]}},
          "plan":{"type":"object","properties":{
            "goal":{"type":"string"},"in":{"type":"object"},
            "budget":{"type":"object","properties":{"amount":{"type":"integer"},
              "currency":{"type":"string"}},"required":["amount","currency"]},
            "steps":{"type":"array","items":{"type":"object","properties":{
              "id":{"type":"string"},"capability":{"type":"string"},"input":{"type":"object"},
              "needs":{"type":"array","items":{"type":"string"}},"each":{"type":"string"},
              "when":{"type":"string"},"optional":{"type":"boolean"}},
              "required":["id","capability","input"]}}},
            "required":["goal","steps"]}},
         "required":["kind"]}""";
    }

    /** The schema of a draft, with the names of what agents can do now. */
    ObjectNode draftSchema() {
        ObjectNode schema =
                (ObjectNode) JSON.readTree(replySchema()).path("properties").path("plan");
        ArrayNode names =
                ((ObjectNode) schema.at("/properties/steps/items/properties/capability"))
                        .putArray("enum");
        planned().stream().map(Described::name).forEach(names::add);
        names.add(Manifest.ASK);
        return schema;
    }

    private static JsonNode schema(@Nullable String text) {
        try {
            return text == null ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
