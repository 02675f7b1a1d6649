package errand.amap.maps;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** A place with its rank, and why it has it. */
public record RankedPlace(
        @Describe("1 is best") int rank,
        @Describe("Id of the place, for place.detail") String placeId,
        @Describe("Name, in the language of the task") String name,
        @Describe("Street address") String address,
        @Describe("What it is") Category category,
        @Describe("visitPoints + ratingPoints") double score,
        @Describe("10 × log10 of the visits in a year") double visitPoints,
        @Describe("20/3 for each star") double ratingPoints,
        @Describe("Visits in the last year (到访人次)") int visits,
        @Describe("1 to 5") double rating,
        @Describe("Its rank if only stars counted") int rankByRating,
        @Describe("Why it stands there, in the language of the task") String why,
        @Describe("Opening hours") String hours,
        @Describe("Picture, relative to the agent's own address") @Nullable String image) {}
