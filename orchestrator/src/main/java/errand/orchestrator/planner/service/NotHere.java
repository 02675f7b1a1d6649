package errand.orchestrator.planner.service;

import errand.agent.Limits;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.planner.Names;
import errand.orchestrator.planner.PlanSteps;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a draft no agent here can do: left out where the plan does without it, otherwise told. An
 * agent of a vendor can often do less than its sandbox.
 */
final class NotHere {

    private final Directory directory;

    NotHere(Directory directory) {
        this.directory = directory;
    }

    /** The same draft without optional steps that nobody here can do. */
    JsonNode leftOut(JsonNode draft) {
        List<JsonNode> steps = draft.path("steps").values().stream().toList();
        if (steps.stream().allMatch(this::stays)) {
            return draft;
        }
        ObjectNode copy = (ObjectNode) draft.deepCopy();
        ArrayNode left = copy.putArray("steps");
        PlanSteps.of(steps, this::stays).forEach(left::add);
        return copy;
    }

    private boolean stays(JsonNode step) {
        return !step.path("optional").asBoolean(false) || isHere(capability(step));
    }

    private boolean isHere(String capability) {
        return capability.equals(Manifest.ASK) || directory.find(capability).isPresent();
    }

    private static String capability(JsonNode step) {
        return step.path("capability").asString("");
    }

    /**
     * Why the first thing that is missing is missing, with a full stop: the rest does not come to
     * pass without it. Empty when agents here can do all of it.
     */
    Optional<String> why(JsonNode draft, boolean chinese) {
        List<String> missing =
                draft.path("steps").values().stream()
                        .map(NotHere::capability)
                        .filter(capability -> !isHere(capability))
                        .distinct()
                        .toList();
        return missing.stream()
                .map(NotHere::agent)
                .findFirst()
                .map(
                        agent ->
                                directory
                                        .limits(agent)
                                        .map(limits -> said(limits, chinese))
                                        .orElseGet(() -> named(agent, missing, chinese)));
    }

    private static String said(Limits limits, boolean chinese) {
        return chinese ? limits.zh() : limits.en();
    }

    private static String named(String agent, List<String> missing, boolean chinese) {
        String names =
                missing.stream()
                        .filter(capability -> agent(capability).equals(agent))
                        .map(capability -> Names.of(capability, chinese))
                        .distinct()
                        .collect(Collectors.joining(chinese ? "、" : ", "));
        return chinese
                ? "这里现在没有能办这些的服务：%s。".formatted(names)
                : "Nobody here does this now: %s.".formatted(names);
    }

    private static String agent(String capability) {
        return capability.split("[.]", 2)[0];
    }
}
