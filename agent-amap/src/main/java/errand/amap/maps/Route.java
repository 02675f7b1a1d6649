package errand.amap.maps;

import errand.agent.Describe;
import errand.agent.Money;

/** An estimate of a way. */
public record Route(
        @Describe("How") Mode mode,
        @Describe("Minutes door to door, estimated") int minutes,
        @Describe("Kilometres over the ground, estimated") double km,
        @Describe("For one vehicle or one ticket: fare, fuel, or nothing") Money cost,
        @Describe("The place taken for from") String from,
        @Describe("The place taken for to") String to,
        @Describe("Says in words that it is an estimate, and what it rests on") String note) {}
