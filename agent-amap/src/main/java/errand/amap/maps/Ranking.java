package errand.amap.maps;

import errand.agent.Describe;
import java.time.LocalDate;
import java.util.List;

/** The best visited places of a city and kind. */
public record Ranking(
        @Describe("The city, in the language of the task") String city,
        @Describe("What was ranked, in words") String title,
        @Describe("The day on which it was made") LocalDate asOf,
        @Describe("How the score is made, in words") String how,
        @Describe("First is best") List<RankedPlace> places) {}
