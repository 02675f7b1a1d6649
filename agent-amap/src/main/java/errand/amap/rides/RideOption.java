package errand.amap.rides;

import errand.agent.Describe;
import errand.agent.Money;

/** The same ride in another kind of car. */
public record RideOption(
        @Describe("What ride.quote takes as car") CarClass car,
        @Describe("In words, in the language of the task") String title,
        @Describe("For how many passengers") int seats,
        @Describe("What it would cost") Money price,
        @Describe("Cars free in that area and hour (剩余车辆)") int carsLeft) {}
