package errand.orchestrator.planner.service;

import errand.agent.Describe;
import errand.orchestrator.planner.Pending;
import errand.orchestrator.planner.RunningPlan;
import errand.orchestrator.planner.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message to be understood, as the engine asks for it; the planner adds what it knows. */
record DraftTask(
        @Describe("Id of the message") String messageId,
        @Describe("What the person wrote") String text,
        @Describe("zh or en") String lang,
        @Describe("Now, RFC 3339 with the offset of the person's zone") String now,
        @Describe("The person's zone, Asia/Shanghai") String zone,
        @Describe("What was said before, oldest first") List<Turn> history,
        @Describe("The question that is open") @Nullable Pending pending,
        @Describe("Whether a plan of this conversation runs or waits for consent") boolean running,
        @Describe("Whether only the plan is wanted, and nothing may be started or stopped")
                @Nullable Boolean planOnly,
        @Describe("Running plans that the message may change") @Nullable List<RunningPlan> plans) {}
