package errand.simulation;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.plan.Change;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import errand.orchestrator.planner.OfflinePlanner;
import errand.orchestrator.planner.Revision;
import errand.orchestrator.planner.RevisionRequest;
import errand.simulation.Chaos.Met;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real rules for another way, and a planner that may fail, know none, or answer nonsense. */
final class SimulatedPlanner {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Chaos chaos;
    private final Clock clock;
    private final OfflinePlanner rules = OfflinePlanner.with(null);

    private final Wishes wishes;

    SimulatedPlanner(Chaos chaos, Clock clock, Wishes wishes) {
        this.chaos = chaos;
        this.clock = clock;
        this.wishes = wishes;
    }

    static boolean isAsked(SpecificRecord message) {
        return message instanceof TaskRequested task && task.getCapability().startsWith("planner.");
    }

    /** Empty when it never answers. */
    Optional<SpecificRecord> answer(TaskRequested task) {
        int mood = chaos.below(100);
        if (mood < 3) {
            return Optional.empty();
        }
        if (mood < 8) {
            return Optional.of(failed(task));
        }
        if (mood < 11) {
            return Optional.of(succeeded(task, "{\"kind\":\"REVISION\",\"plan\":\"{}\"}"));
        }
        if (task.getCapability().equals("planner.draft")) {
            String planId = JSON.readTree(task.getInput()).path("text").asString("");
            return Optional.of(succeeded(task, changed(wishes.drafted(planId))));
        }
        RevisionRequest request = JSON.readValue(task.getInput(), RevisionRequest.class);
        Optional<Revision> revision = rules.revise(request);
        return Optional.of(
                revision.map(it -> succeeded(task, output(it))).orElseGet(() -> refused(task)));
    }

    private static String changed(PlanSpec wanted) {
        return JSON.createObjectNode()
                .put("kind", "CHANGE")
                .put("plan", CoreJson.write(wanted))
                .put("text", "好的")
                .toString();
    }

    private static String output(Revision revision) {
        List<StepSpec> steps = new ArrayList<>();
        for (JsonNode step : revision.draft().path("steps")) {
            if (revision.added().contains(step.path("id").asString(""))) {
                steps.add(step(step));
            }
        }
        Change change = new Change(steps, Map.of(), revision.undo(), revision.dropped());
        return JSON.createObjectNode()
                .put("kind", "REVISION")
                .put("plan", CoreJson.write(change))
                .toString();
    }

    private static StepSpec step(JsonNode step) {
        List<String> needs = new ArrayList<>();
        step.path("needs").forEach(need -> needs.add(need.asString("")));
        JsonNode other = step.at("/onFailure/try");
        OnFailure onFailure =
                other.isObject()
                        ? new OnFailure.Try(
                                other.path("capability").asString(""),
                                other.path("input").toString())
                        : switch (step.path("onFailure").asString("")) {
                            case "revise" -> new OnFailure.Revise();
                            case "skip" -> new OnFailure.Skip();
                            default -> new OnFailure.Fail();
                        };
        return new StepSpec(
                step.path("id").asString(""),
                step.path("capability").asString(""),
                step.path("input").toString(),
                needs,
                null,
                null,
                null,
                onFailure);
    }

    private SpecificRecord succeeded(TaskRequested task, String output) {
        return new TaskSucceeded(
                id(task),
                clock.instant(),
                task.getConversationId(),
                task.getTaskId(),
                "planner",
                output);
    }

    private SpecificRecord refused(TaskRequested task) {
        chaos.met(Met.NO_OTHER_WAY);
        return new TaskRefused(
                id(task),
                clock.instant(),
                task.getConversationId(),
                task.getTaskId(),
                "planner",
                new Failure(FailureKind.REFUSED, "NO_OTHER_WAY", "There is no other way.", null));
    }

    private static String id(TaskRequested task) {
        return "reply/" + task.getTaskId() + "/" + task.getAttempt();
    }

    private SpecificRecord failed(TaskRequested task) {
        return new TaskFailed(
                id(task),
                clock.instant(),
                task.getConversationId(),
                task.getTaskId(),
                "planner",
                new Failure(FailureKind.TRANSIENT, "AWAY", "try later", null));
    }
}
