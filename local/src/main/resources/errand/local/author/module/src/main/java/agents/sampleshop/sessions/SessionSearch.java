package agents.sampleshop.sessions;

import errand.agent.Describe;
import java.time.LocalDate;

/** What to look for. */
public record SessionSearch(
        @Describe("The day (日期), such as 2026-12-07") LocalDate date,
        @Describe("How many people take part (人数), at least 1") int people) {}
