"""SHA-256 digests of the bundled files, by set; `catalogue` says what the sets are."""

DIGESTS: dict[str, dict[str, str]] = {
    "bts_border_crossing_mexico": {
        "monthly_crossings.parquet": "d80645589045c9290caf926d3953c28bb2341b7634a445cdc0f6f3ca0bbe64ab",
        "ports.csv": "b9f533329c232a3f5e5c3270b20895bc26f6600215bfe6a285f3250fc669c754",
    },
    "bts_transborder": {
        "commodity_mexstate_trade.parquet": "ac438d9af10eff114a143cdf0622ae3595bd9a6b55a2a80b7f784ad184ebda88",
        "mexican_state_trade.parquet": "50cfa447bba444daa5d8382b2f05771ffa5d36a4bc3e878f92ee660c2c591285",
        "monthly_trends.parquet": "b5604df053af83eb464ac43ee9ce4cac10977af65835f999802193280ce20eb2",
    },
    "geo": {
        "mexico_states.geojson": "f3cf14c74c92d613d1e9b0a22f0c0e05d12de8f80b7a16f59a9c885f8799c102",
    },
    "hled_record": {
        "README.md": "85ad625f642170c301c90d869fd7a4eb2e9d9fe41559a4efd9a6f3171284aab9",
        "adjacent_events.yaml": "884d9447c0ee5d04eef966a6f4d3f2a2b1e4055e7663bdc9b6a0016cb166c438",
        "agencies.yaml": "a2b62f8281153fb23033c2b3afb4cf8ca51a2dbbf602c85b0a8e5f3347937518",
        "commitments.yaml": "65b2f353ec7db7ae4e60fe25973eee0b93d8f4009cbce4c18f14449deb35b535",
        "discrepancies.yaml": "9b9fe5c32f9bc7a5b73f7cf4e61daf9d71a21bf1ab5bc10eb7eb81e9b1233aab",
        "dockets.yaml": "e759e2cf254b0b484cad25891326a63becf60763698507b91bd613885c4126e0",
        "documents.yaml": "201513bfe78e870fadc717ad49436ff346b188899013633b28ec117095be07d5",
        "executive_orders.yaml": "653260474ae72a66de062161b1ac591d4e4b6e4ef7ea17eebc7c24f24a613149",
        "first_era_workstreams.yaml": "5cc58dc1a93255bc71cdae3dcdc64789db110d8be77492a9209e6185784e7e4e",
        "glossary.yaml": "6984660eb08c00f5516be082f0f2747e6d5970766c70de6a8f789ba0c750cecd",
        "initiatives.yaml": "cfcd92e0de191e2e270c72bd2db279f89422c87c46e8e452fe6405376c871ea2",
        "legends.yaml": "9fdfbb4590e01471ea76947da309cb2dca7d2f60f5bb2ac45ad9f5c5c6a5c5f9",
        "meetings.yaml": "8c701380dd6cb432569480ddbbe54b2a645e6c0027d0ae8b105237074cb7081c",
        "objectives.yaml": "c819779c5f774cbc96942d0a8c4a13b59bb4565054ec4e15b85f6ac463d4b0d1",
        "passages.yaml": "85b0a214b3b2b4d205a894caec1274b130ccaa780f08c0e1b09053e349764a17",
        "pillars.yaml": "ca8cdc0d9b605bb3ad72fce0ca711a57089b4257c19d3785d745ca65e80cdc9b",
        "progress_reports.yaml": "64947ce6dc39da672832da5d6bc0c0828fb64e0fb491602575fd28eb2135016c",
        "stakeholder_organizations.yaml": "d8be343048678b24b81b48af24277d654eb99ee279cec687cf5a50f7f9501d01",
    },
    "macro_indicators": {
        "exchange_rate_mexico_monthly.csv": "b33f00a82401a2bf2dac0dd9102964cae5e9c523b58d02982c3018f839059f26",
        "gscpi_monthly.csv": "5eae3cf05969ccde2204d1f88b6c639236dad9142915ba4d7e3b9d2ebf719148",
        "mx_salarios_minimos.parquet": "b64c0e626a0bf90f993151657e1b3056554a85a3184e75f02972268140f08dce",
    },
    "mexico_municipal_2020": {
        "conapo_marginacion_estatal_2020.parquet": "fa0d5bb369def49fc6b3c63899553f84cb0a71892378df41f5fd549a30ad4746",
        "coneval_poverty_components_municipal_2020.parquet": "01e718d5148858f240e49a1b16992a46cbb2d6c8e9874b84ca4e5ab83b9ed305",
        "inegi_census_state_2020.csv.gz": "35625c539d663f3abe104edd9231347514817db33561268533e95de818c4ff0d",
        "population_state_1990_2040.csv": "912af3da8d5ed9b46da0cae06de785d1919ce3c17a053221351b9b6a5b5209aa",
    },
    "mexico_remittances_gdp": {
        "inpc_monthly.parquet": "18f4ed9602dacd5a0146be269401c41bdf0970908090c3b1d494cd70668f7a6b",
        "remittances_by_state_quarterly.parquet": "53ccf7d823771e65b16444fe24be8005bccf7ab97a201907580558368e8c80d5",
        "remittances_national_monthly.parquet": "06536b8c1b88bd7aeafa1b76d7e63f07b478e084242917e118bede6e4df62e30",
        "state_gdp_by_industry_annual.parquet": "dbe06b3257ce187cdceedc7dcfbb6f6d5e85456f7313264de3d29d3eabd46a2e",
        "usd_mxn_monthly.parquet": "0ff6af84f2741f9afb10cee5eb8e685bdfc03762144f75c656b9a81a16720b74",
    },
    "wiod2013": {
        "final_demand.csv": "637430d7ee35c257e9b50e2946ef54a91bd314c56737768e212f2f301ed89f2a",
        "groups.csv": "3de39fe5a726337c7eab6500150d4ea3cf2179cefbbcd17cbf6b640edf43698b",
        "industries.csv": "8d5d7ae1e184d2897ecddf22385ee14314e617716dfaf17ec33e31cefb93f3eb",
        "regions.csv": "22b0390264cf5f8000092b557583728210c0fcfc50252d7f3adc77ea2cb2d373",
        "wiot_2008.npz": "a56eeb4e8412da1ebcd26f8e59942fb0bd86e5f31cd2d101b756dfaab2466067",
        "wiot_2011.npz": "4db1dc9e39ddc9350f450dc983342d083f34a0c3deb41dcb7397d569e3cd9604",
    },
}
