package errand.amap;

import errand.agent.Describe;
import errand.agent.Money;

/** An estimate of a way. */
record Route(
        @Describe("How") Mode mode,
        @Describe("The place taken for from") String from,
        @Describe("The place taken for to") String to,
        @Describe("Length") double kilometres,
        @Describe("Door to door") int minutes,
        @Describe("Fare, fuel or nothing") Money cost,
        @Describe("True: reckoned from the distance, not from a street map") boolean estimate,
        @Describe("Says so in words") String note) {}
