"""What sides of the great leagues are called beside their town: tells a side wherever such a name closes a label."""

from __future__ import annotations

# Left out: what is a body of another kind as often ("Senators", "Nationals", "Patriots").
NICKNAMES = (
    # clubs of any land
    "United|City|Town|Rovers|Wanderers|Athletic|Athletics|Albion|Rangers|FC|AFC|CF|SC|RFC|CC|County|Hotspur|Villa|Real|"
    "Sporting|Dynamo|Inter|Borussia|Arsenal|Everton|Juventus|Ajax|Benfica|Celtic|Tottenham|Palace|Forest|Galaxy|"
    # beasts, trades and colours that several leagues share
    "Warriors|Tigers|Lions|Bears|Eagles|Hawks|Wolves|Sharks|Saints|Giants|Kings|Knights|Titans|Blues|Reds|Panthers|"
    "Falcons|Raiders|Rams|Bulls|Stars|Cardinals|Jets|Bulldogs|Wildcats|Huskies|Spartans|Trojans|Longhorns|Gators|"
    "Badgers|Buckeyes|Wolverines|Seminoles|Hurricanes|Cougars|Broncos|Cowboys|Mustangs|"
    # baseball
    "Diamondbacks|Braves|Orioles|Sox|Cubs|Guardians|Rockies|Astros|Royals|Angels|Dodgers|Marlins|Brewers|Twins|Mets|"
    "Yankees|Phillies|Pirates|Padres|Mariners|Rays|Jays|"
    # basketball
    "Celtics|Nets|Knicks|76ers|Raptors|Cavaliers|Pistons|Pacers|Bucks|Nuggets|Timberwolves|Thunder|Blazers|Clippers|"
    "Lakers|Suns|Mavericks|Rockets|Grizzlies|Pelicans|Spurs|Hornets|"
    # American football
    "Bills|Dolphins|Ravens|Bengals|Browns|Steelers|Texans|Colts|Jaguars|Chiefs|Chargers|Commanders|Packers|Vikings|"
    "Buccaneers|49ers|Seahawks|"
    # hockey
    "Bruins|Sabres|Wings|Canadiens|Lightning|Leafs|Jackets|Devils|Islanders|Flyers|Penguins|Capitals|Blackhawks|"
    "Avalanche|Predators|Ducks|Flames|Oilers|Kraken|Canucks"
)
