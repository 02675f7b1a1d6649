package errand.orchestrator.planner.model;

import errand.orchestrator.draft.Fault;
import errand.orchestrator.planner.DraftRequest;
import errand.orchestrator.planner.Turn;
import errand.orchestrator.planner.model.Model.Line;
import errand.orchestrator.planner.model.Model.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model is told. The rules stand in the system message alone; whatever others wrote, the
 * person included, is a value in a JSON document and cannot get out of it.
 */
final class Prompting {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RULES = rules();
    private static final int LONGEST_REPLY = 20_000;
    private static final int MOST_FAULTS = 30;

    private final Offer offer;

    Prompting(Offer offer) {
        this.offer = offer;
    }

    private static String rules() {
        try (InputStream in = Prompting.class.getResourceAsStream("/planner/model/system.md")) {
            if (in == null) {
                throw new IllegalStateException("planner/model/system.md is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What changes least comes first: servers remember beginnings. */
    List<Line> about(DraftRequest request) {
        ObjectNode agents = JSON.createObjectNode();
        agents.set("capabilities", offer.capabilities());
        agents.set("limits", offer.limits());
        agents.set("draftSchema", offer.draftSchema());
        ObjectNode asked = JSON.createObjectNode();
        asked.set("request", request(request));
        return List.of(
                new Line(Role.SYSTEM, RULES),
                new Line(Role.USER, agents.toString()),
                new Line(Role.USER, asked.toString()));
    }

    private static ObjectNode request(DraftRequest request) {
        ObjectNode node = JSON.createObjectNode();
        node.put("now", request.now());
        node.put("zone", request.zone());
        node.put("lang", request.inChinese() ? "zh" : "en");
        node.put("running", request.running());
        ObjectNode person = node.putObject("person");
        if (request.person().homeCity() != null) {
            person.put("homeCity", request.person().homeCity());
        }
        person.set("places", JSON.valueToTree(request.person().places()));
        ArrayNode history = node.putArray("history");
        for (Turn turn : request.history()) {
            history.addObject().put("role", turn.role()).put("text", turn.text());
        }
        if (request.pending() != null) {
            node.set("known", JSON.valueToTree(request.pending().slots()));
        }
        node.put("message", request.text());
        return node;
    }

    /** The same again with what was wrong with the reply. */
    List<Line> mend(List<Line> before, String reply, List<Fault> faults) {
        ObjectNode wrong = JSON.createObjectNode();
        ArrayNode all = wrong.putArray("faults");
        faults.stream()
                .limit(MOST_FAULTS)
                .forEach(
                        fault ->
                                all.addObject()
                                        .put("path", fault.path())
                                        .put("code", fault.code())
                                        .put("message", fault.message()));
        wrong.put("then", "Your reply was not taken. Reply again, whole, with every fault mended.");
        List<Line> lines = new ArrayList<>(before);
        lines.add(
                new Line(
                        Role.ASSISTANT,
                        reply.substring(0, Math.min(LONGEST_REPLY, reply.length()))));
        lines.add(new Line(Role.USER, wrong.toString()));
        return List.copyOf(lines);
    }
}
