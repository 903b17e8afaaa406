-- Loads the files under bookings-data; README.md says where they are from and how a flight becomes a booking.
insert into Customer (id, name, city, state)
    select iata, name, city, state
    from csvread('classpath:bookings-data/airports.csv');

insert into Booking (id, type, customer_id, destination, departure, miles, delay)
    select rownum(),
           case when cast(distance as int) < 500 then 'short-haul'
                when cast(distance as int) < 1500 then 'medium-haul'
                else 'long-haul' end,
           origin, destination, cast(departure as timestamp), cast(distance as int), cast(delay as int)
    from csvread('classpath:bookings-data/flights.csv');
