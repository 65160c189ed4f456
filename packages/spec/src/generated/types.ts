// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

export interface paths {
    "/v1/productUpgrades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a product upgrade
         * @description Starts moving a customer from a legacy Azure subscription (MS-AZR-0145P) to another product family, such as an Azure plan. The customer
         *     must have signed the Microsoft Customer Agreement. Each reseller gets one Azure plan.
         *
         *     When the upgrade completes, the legacy *commerce* subscription is suspended. The Azure subscription itself continues under the plan:
         *     the list of subscriptions then shows the plan only, and the plan's Azure entitlements show the Azure subscriptions under it.
         *
         *     After a timeout, repeat the call with the same `MS-RequestId`. Whether a create repeated after a 5xx is recognised is not known; check
         *     eligibility or wait for fault 900109 to find the existing upgrade.
         */
        post: operations["createProductUpgrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/productUpgrades/{upgrade-id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the status of a product upgrade
         * @description Returns the status of an upgrade, as a whole and for each product it moves. Although this is a POST, it changes nothing and is safe to
         *     repeat, but do not poll in a tight loop. Microsoft does not publish how long an upgrade takes; wait some tens of seconds between polls.
         *
         *     A generated reference puts this operation at `/productUpgrades/{upgradeId}`, without `/status`, and lists XML and form types. The page
         *     and the source of the .NET SDK say `/status`, and JSON.
         */
        post: operations["getProductUpgradeStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/productUpgrades/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check eligibility for a product upgrade
         * @description Checks whether a customer can be upgraded to a product family. If not, the response says why, or names the existing upgrade. Although this is a POST, it changes nothing and is safe to repeat.
         */
        post: operations["checkProductUpgradeEligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Lists the partner's customers, page by page. Customers that the partner can upgrade have the relationship `reseller`.
         *
         *     The service limits customer calls to 500 a minute for each partner.
         */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer-tenant-id}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's subscriptions
         * @description Lists all subscriptions of a customer in one response. A legacy Azure subscription has the billing type `usage` and an offer that starts
         *     with `MS-AZR`. Suspended ones forecast fault 900105.
         *
         *     After an upgrade, only the Azure plan is listed, not the Azure subscriptions under it, which are its Azure entitlements. The service
         *     limits subscription calls to 500 a minute for each partner.
         */
        get: operations["listCustomerSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer-tenant-id}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's agreements
         * @description Lists the partner's confirmations on behalf of a customer: when the customer accepted the Microsoft Customer Agreement, and who did.
         *     A customer can also accept it directly, as the direct signing status shows; either will do for an upgrade.
         *
         *     Available in the public cloud only, and needs App+User credentials.
         */
        get: operations["listCustomerAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer-tenant-id}/directSignedMicrosoftCustomerAgreementStatus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the direct signing status of a customer's agreement
         * @description Returns whether a customer has accepted the Microsoft Customer Agreement directly, without the partner.
         *
         *     Available in the public cloud only, and needs App+User credentials.
         */
        get: operations["getDirectSignStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer-tenant-id}/subscriptions/{subscription-id}/azureEntitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the Azure entitlements of an Azure plan
         * @description Lists the Azure subscriptions under an Azure plan. After an upgrade, the upgraded subscriptions appear here, under the IDs they had
         *     before.
         *
         *     The page spells the path in two ways; the service ignores case.
         */
        get: operations["listAzureEntitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A partner's confirmation that a customer has accepted an agreement. Keep properties that are not listed here.
         * @example {
         *       "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9",
         *       "dateAgreed": "2019-08-26T00:00:00",
         *       "type": "MicrosoftCustomerAgreement"
         *     }
         */
        Agreement: {
            /** @description The person who accepted for the customer. */
            primaryContact?: components["schemas"]["AgreementContact"] | null;
            /** @description The ID of the accepted text. */
            templateId?: components["schemas"]["Guid"] | null;
            /**
             * @description When the agreement was accepted, such as `2019-08-26T00:00:00`. Microsoft prints it without a zone, so it is no RFC 3339 date-time.
             * @example 2019-08-26T00:00:00
             */
            dateAgreed?: string | null;
            /**
             * @description The type of the agreement.
             * @example MicrosoftCustomerAgreement
             */
            type?: string | null;
            /**
             * @description The address of the accepted text.
             * @example https://aka.ms/customeragreement
             */
            agreementLink?: string | null;
            /**
             * @description The partner's user who confirmed the agreement.
             * @example somebody
             */
            userId?: string | null;
        };
        /**
         * @description The partner's confirmations of a customer's agreements. Keep properties that are not listed here.
         * @example {
         *       "totalCount": 0,
         *       "items": []
         *     }
         */
        AgreementCollection: {
            /**
             * @description The number of entries; samples and SDKs do not say whether it counts this page or all pages.
             * @example 1
             */
            totalCount?: number | null;
            /** @description The entries of this response; may be empty. */
            items: components["schemas"]["Agreement"][];
            /** @description Links to this page and its neighbours. */
            links?: components["schemas"]["ResourceLinks"] | null;
            /** @description Metadata of this response. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description A person at the customer. Keep properties that are not listed here.
         * @example {
         *       "firstName": "Tania",
         *       "lastName": "Carr",
         *       "email": "SomeEmail@example.com"
         *     }
         */
        AgreementContact: {
            /**
             * @description The person's given name.
             * @example Tania
             */
            firstName?: string | null;
            /**
             * @description The person's family name.
             * @example Carr
             */
            lastName?: string | null;
            /**
             * @description The person's email address.
             * @example SomeEmail@example.com
             */
            email?: string | null;
            /**
             * @description The person's telephone number, if given.
             * @example 1234567890
             */
            phoneNumber?: string | null;
        };
        /**
         * @description An Azure subscription under an Azure plan. Keep properties that are not listed here.
         * @example {
         *       "id": "899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8",
         *       "friendlyName": "Microsoft Azure",
         *       "status": "active",
         *       "subscriptionId": "3f15978e-005c-b763-bb78-2a8fab289c58"
         *     }
         */
        AzureEntitlement: {
            /** @description The ID of the Azure subscription. An upgraded subscription keeps the ID it had. */
            id: components["schemas"]["Guid"];
            /**
             * @description The name of the subscription.
             * @example Microsoft Azure
             */
            friendlyName?: string | null;
            /** @description The status of the subscription. Compare without regard to case. */
            status?: components["schemas"]["SubscriptionStatus"] | null;
            /** @description The ID of the Azure plan that it is under. */
            subscriptionId?: components["schemas"]["Guid"] | null;
        };
        /**
         * @description The Azure subscriptions under a plan. Keep properties that are not listed here.
         * @example {
         *       "totalCount": 1,
         *       "items": [
         *         {
         *           "id": "899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8",
         *           "status": "active"
         *         }
         *       ]
         *     }
         */
        AzureEntitlementCollection: {
            /**
             * @description The number of entries; samples and SDKs do not say whether it counts this page or all pages.
             * @example 1
             */
            totalCount?: number | null;
            /** @description The entries of this response; may be empty. */
            items: components["schemas"]["AzureEntitlement"][];
            /** @description Links to this page and its neighbours. */
            links?: components["schemas"]["ResourceLinks"] | null;
            /** @description Metadata of this response. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description How a subscription is billed. The set is open: a value that is not listed here is not an error. Compare without regard to case.
         * @example usage
         */
        BillingType: 'none' | 'usage' | 'license' | 'benefit' | (string & {});
        /**
         * @description A customer of the partner, as listed; only the response for a single customer includes the address and the billing profile. Keep properties that are not listed here.
         * @example {
         *       "id": "b44bb1fb-c595-45b0-9e09-d657365580bf",
         *       "companyProfile": {
         *         "tenantId": "b44bb1fb-c595-45b0-9e09-d657365580bf",
         *         "domain": "contoso.onmicrosoft.com",
         *         "companyName": "Contoso"
         *       },
         *       "relationshipToPartner": "reseller"
         *     }
         */
        Customer: {
            /** @description The ID of the customer's tenant, which the other operations take. */
            id: components["schemas"]["Guid"];
            /** @description The customer's company. */
            companyProfile?: components["schemas"]["CustomerCompanyProfile"] | null;
            /** @description The partner's relationship to the customer. Compare without regard to case. */
            relationshipToPartner?: components["schemas"]["PartnerRelationship"] | null;
            /** @description Metadata of the customer. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description One page of customers. Keep properties that are not listed here.
         * @example {
         *       "totalCount": 1,
         *       "items": [
         *         {
         *           "id": "b44bb1fb-c595-45b0-9e09-d657365580bf",
         *           "relationshipToPartner": "reseller"
         *         }
         *       ]
         *     }
         */
        CustomerCollection: {
            /**
             * @description The number of entries; samples and SDKs do not say whether it counts this page or all pages.
             * @example 1
             */
            totalCount?: number | null;
            /** @description The entries of this response; may be empty. */
            items: components["schemas"]["Customer"][];
            /** @description Links to this page and its neighbours. */
            links?: components["schemas"]["ResourceLinks"] | null;
            /** @description Metadata of this response. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description A customer's company. Microsoft's sample shows `<guid>` in place of the tenant ID. Keep properties that are not listed here.
         * @example {
         *       "tenantId": "b44bb1fb-c595-45b0-9e09-d657365580bf",
         *       "domain": "contoso.onmicrosoft.com",
         *       "companyName": "Contoso"
         *     }
         */
        CustomerCompanyProfile: {
            /** @description The ID of the customer's tenant. */
            tenantId?: components["schemas"]["Guid"] | null;
            /**
             * @description The domain of the tenant.
             * @example contoso.onmicrosoft.com
             */
            domain?: string | null;
            /**
             * @description The customer's name.
             * @example Contoso
             */
            companyName?: string | null;
            /** @description Metadata of the profile. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description Whether a customer has accepted the Microsoft Customer Agreement directly. Keep properties that are not listed here.
         * @example {
         *       "isSigned": true
         *     }
         */
        DirectSignedCustomerAgreementStatus: {
            /** @description Whether the customer has accepted the agreement directly. */
            isSigned: boolean;
        };
        /**
         * @description Why an upgrade or one of its line items failed. The page calls the text `message`, Microsoft's SDKs call it `description`: read whichever is there. Properties that are not listed here are data to be kept.
         * @example {
         *       "code": "900120",
         *       "message": "Can't process Azure upgrade"
         *     }
         */
        ErrorDetails: {
            /**
             * @description The error code. Compare as text.
             * @example 900120
             */
            code?: string | number | null;
            /**
             * @description The error text for people, under the name that the page uses.
             * @example Can't process Azure upgrade
             */
            message?: string | null;
            /**
             * @description The error text for people, under the name that the SDKs use.
             * @example Can't process Azure upgrade
             */
            description?: string | null;
            /** @description Metadata of the error details. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description The body of an error response. Hundreds of codes exist; `x-faults` lists those that belong to upgrades, and a code that is not listed is normal. Decide by `code`, never by `description`: texts change, and may or may not be translated. Properties that are not listed here are data to be kept: one documented fault, 600061, has `message`, `errorName`, `isRetryable`, `parameters` and `errorMessageExtended` besides `code` and `description`.
         * @example {
         *       "code": "900118",
         *       "description": "Invalid Customer ID",
         *       "data": [],
         *       "source": "PartnerFD"
         *     }
         */
        Fault: {
            /**
             * @description The error code. Microsoft documents text, but its samples show numbers such as `2000`; compare as text.
             * @example 900118
             * @example 2000
             */
            code: string | number;
            /**
             * @description The error in detail, for people.
             * @example Invalid Customer ID
             */
            description: string;
            /** @description Details of some errors. */
            data?: unknown[] | null;
            /**
             * @description The part of the service that reports the error. Microsoft documents it as always present, but do not rely on it.
             * @example PartnerFD
             */
            source?: string | null;
        };
        /**
         * @description An HTML page from a gateway in front of the API. Do not parse it.
         * @example <html><body>Bad Gateway</body></html>
         */
        GatewayPage: string;
        /** @description An identifier of 32 hexadecimal digits in five groups, in either case. It need not be a UUID of RFC 9562, so it has no `format`: the documented status sample contains `d231908e-31c1-de0e-027b-bc5ce11f09d9`, whose version and variant do not exist. A .NET service writes all zeros for "none". */
        Guid: string;
        /**
         * @description A link to another call. Keep properties that are not listed here.
         * @example {
         *       "uri": "/v1/customers?size=40",
         *       "method": "GET",
         *       "headers": []
         *     }
         */
        Link: {
            /**
             * @description Path and query, with or without `/v1`. Never send credentials to another origin because of it.
             * @example /v1/customers?size=40&seekOperation=Next
             */
            uri: string;
            /**
             * @description The HTTP method.
             * @example GET
             */
            method?: string | null;
            /** @description Headers to send with the call. */
            headers?: components["schemas"]["LinkHeader"][] | null;
        };
        /**
         * @description A header to send with a call. Keep properties that are not listed here.
         * @example {
         *       "key": "MS-ContinuationToken",
         *       "value": "AAAAAAAAAAE="
         *     }
         */
        LinkHeader: {
            /**
             * @description The name of the header.
             * @example MS-ContinuationToken
             */
            key: string;
            /**
             * @description The value of the header.
             * @example AAAAAAAAAAE=
             */
            value: string;
        };
        /**
         * @description The relationship of a partner to a customer. The set is open: a value that is not listed here is not an error. Compare without regard to case.
         * @example reseller
         */
        PartnerRelationship: 'none' | 'reseller' | 'advisor' | 'syndication' | 'microsoft_support' | (string & {});
        /**
         * @description The product family to upgrade to. Case does not matter: Microsoft's documentation writes both `Azure` and `azure`. The set is open: a family that is not listed here is not an error. Compare without regard to case.
         * @example Azure
         */
        ProductFamily: 'Azure' | (string & {});
        /**
         * @description A type of product. Keep properties that are not listed here.
         * @example {
         *       "id": "Azure",
         *       "displayName": "Azure"
         *     }
         */
        ProductType: {
            /**
             * @description The ID of the type.
             * @example Azure
             */
            id?: string | null;
            /**
             * @description The display name of the type.
             * @example Azure
             */
            displayName?: string | null;
        };
        /**
         * @description The customer and the product family to upgrade to; the request body of all operations on upgrades. Properties that are not listed here are not an error.
         * @example {
         *       "customerId": "4c721420-72ad-4708-a0a7-371a2f7b0969",
         *       "productFamily": "Azure"
         *     }
         */
        ProductUpgradeRequest: {
            /** @description The ID of the customer's tenant, called Microsoft ID in Partner Center. */
            customerId: components["schemas"]["Guid"];
            /** @description The product family to upgrade to. Case does not matter: Microsoft's documentation writes both `Azure` and `azure`. The set is open: a family that is not listed here is not an error. Compare without regard to case. */
            productFamily: components["schemas"]["ProductFamily"];
            /** @description Metadata that names the type of the request; optional. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description Whether a customer can be upgraded to a product family, and if not, why. Keep properties that are not listed here.
         * @example {
         *       "customerId": "c1958bc7-3284-4952-a257-de594ee64743",
         *       "isEligible": true,
         *       "productFamily": "azure"
         *     }
         */
        ProductUpgradesEligibility: {
            /** @description The ID of the customer's tenant. Microsoft's sample returns a different customer than requested; do not rely on an echo. */
            customerId: components["schemas"]["Guid"];
            /** @description The product family to upgrade to. Case does not matter: Microsoft's documentation writes both `Azure` and `azure`. The set is open: a family that is not listed here is not an error. Compare without regard to case. */
            productFamily: components["schemas"]["ProductFamily"];
            /** @description Whether an upgrade can be created now. */
            isEligible: boolean;
            /** @description The ID of the existing upgrade to this family, if there is one. */
            upgradeId?: components["schemas"]["Guid"] | null;
            /**
             * @description Why the customer cannot be upgraded, as text for people.
             * @example The customer already has an upgrade in progress.
             */
            reason?: string | null;
            /** @description Metadata of this response. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description The status of an upgrade, as a whole and for each product it moves. Keep properties that are not listed here.
         * @example {
         *       "id": "42d075a4-bfe7-43e7-af6d-7c68a57edcb4",
         *       "status": "Completed",
         *       "productFamily": "Azure"
         *     }
         */
        ProductUpgradesStatus: {
            /** @description The ID of the upgrade. */
            id: components["schemas"]["Guid"];
            /** @description The product family that the customer is upgraded to. Compare without regard to case. */
            productFamily?: components["schemas"]["ProductFamily"] | null;
            /** @description The status of an upgrade or of one of its line items. Only `Completed` is documented; the other spellings are inferred from the texts of faults, which mention upgrades that are pending, in progress or failed. The set is open: a value that is not listed here is not an error. Compare without regard to case. */
            status: components["schemas"]["UpgradeStatus"];
            /** @description One entry for each product that is moved; may be missing or empty until the upgrade starts. */
            lineItems?: components["schemas"]["UpgradesLineItem"][] | null;
            /** @description Why the upgrade failed, if it did. */
            errorDetails?: components["schemas"]["ErrorDetails"] | null;
            /** @description Metadata of this response. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /** @description Metadata that Partner Center documents for every resource. Only one sample of upgrades shows it: the status request, which has `ObjectType`. Keep properties that are not listed here. */
        ResourceAttributes: {
            /**
             * @description The entity tag of the resource's version, if it has one.
             * @example W/"8a9b"
             */
            etag?: string | null;
            /**
             * @description The name of the resource's type.
             * @example ProductUpgradeRequest
             */
            objectType?: string | null;
        };
        /**
         * @description Links from a page or resource to itself and to related ones. Keep properties that are not listed here.
         * @example {
         *       "self": {
         *         "uri": "/v1/customers?size=40",
         *         "method": "GET",
         *         "headers": []
         *       }
         *     }
         */
        ResourceLinks: {
            /** @description The page or resource itself. */
            self?: components["schemas"]["Link"] | null;
            /** @description The next page, if there is one. */
            next?: components["schemas"]["Link"] | null;
            /** @description The previous page, if there is one. */
            previous?: components["schemas"]["Link"] | null;
            /** @description The offer of a subscription. */
            offer?: components["schemas"]["Link"] | null;
        };
        /**
         * @description A subscription of a customer. Dates are text, because Microsoft's sample prints them with spaces. Keep properties that are not listed here.
         * @example {
         *       "id": "83ef9d05-4169-4ef9-9657-0e86b1eab1de",
         *       "offerId": "MS-AZR-0145P",
         *       "status": "active",
         *       "billingType": "usage"
         *     }
         */
        Subscription: {
            /** @description The ID of the subscription. */
            id: components["schemas"]["Guid"];
            /**
             * @description The ID of the offer. That of a legacy Azure subscription starts with `MS-AZR`.
             * @example MS-AZR-0145P
             */
            offerId?: string | null;
            /** @description The ID of the Azure subscription that was bought with it. */
            entitlementId?: components["schemas"]["Guid"] | null;
            /**
             * @description The name of the offer in the catalogue.
             * @example Microsoft Azure
             */
            offerName?: string | null;
            /**
             * @description The name that the partner has given the subscription.
             * @example Production
             */
            friendlyName?: string | null;
            /**
             * @description The number of units bought.
             * @example 1
             */
            quantity?: number | null;
            /**
             * @description The unit of the quantity.
             * @example Usage-based
             */
            unitType?: string | null;
            /** @description The ID of the subscription to which this one is an add-on. */
            parentSubscriptionId?: components["schemas"]["Guid"] | null;
            /**
             * @description When the subscription was bought, such as `2019-08-26T00:00:00Z`. Text, because Microsoft's sample has spaces in its dates.
             * @example 2019-08-26T00:00:00Z
             */
            creationDate?: string | null;
            /**
             * @description When the subscription took effect, in the format of `creationDate`.
             * @example 2019-08-26T00:00:00Z
             */
            effectiveStartDate?: string | null;
            /**
             * @description When the term ends, in the format of `creationDate`.
             * @example 2020-08-26T00:00:00Z
             */
            commitmentEndDate?: string | null;
            /** @description The status of the subscription. Compare without regard to case. */
            status?: components["schemas"]["SubscriptionStatus"] | null;
            /** @description Whether the subscription is renewed at the end of its term. */
            autoRenewEnabled?: boolean | null;
            /** @description How the subscription is billed. Compare without regard to case. */
            billingType?: components["schemas"]["BillingType"] | null;
            /**
             * @description How often the subscription is billed.
             * @example monthly
             */
            billingCycle?: string | null;
            /** @description Why the subscription is suspended, if it is. */
            suspensionReasons?: string[] | null;
            /**
             * @description The type of contract of the subscription.
             * @example subscription
             */
            contractType?: string | null;
            /**
             * @description The Microsoft partner ID of the indirect reseller; may be empty.
             * @example 1234567
             */
            partnerId?: string | null;
            /**
             * @description The ID of the order with which the subscription was bought.
             * @example 6183db3d63184e52
             */
            orderId?: string | null;
            /** @description The type of product that was bought. */
            productType?: components["schemas"]["ProductType"] | null;
            /** @description Links to the subscription and to its offer. */
            links?: components["schemas"]["ResourceLinks"] | null;
            /** @description Metadata of the subscription. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description The subscriptions of a customer. Keep properties that are not listed here.
         * @example {
         *       "totalCount": 1,
         *       "items": [
         *         {
         *           "id": "83ef9d05-4169-4ef9-9657-0e86b1eab1de",
         *           "status": "active"
         *         }
         *       ]
         *     }
         */
        SubscriptionCollection: {
            /**
             * @description The number of entries; samples and SDKs do not say whether it counts this page or all pages.
             * @example 1
             */
            totalCount?: number | null;
            /** @description The entries of this response; may be empty. */
            items: components["schemas"]["Subscription"][];
            /** @description Links to this page and its neighbours. */
            links?: components["schemas"]["ResourceLinks"] | null;
            /** @description Metadata of this response. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description The status of a subscription. The set is open: a value that is not listed here is not an error. Compare without regard to case.
         * @example active
         */
        SubscriptionStatus: 'none' | 'active' | 'suspended' | 'deleted' | 'expired' | 'pending' | 'disabled' | (string & {});
        /**
         * @description The body of the response to a throttled call. It is not a Fault: it has no code. Keep properties that are not listed here.
         * @example {
         *       "statusCode": 429,
         *       "message": "Rate limit is exceeded. Try again in 57 seconds."
         *     }
         */
        ThrottlingFault: {
            /**
             * @description Repeats the HTTP status.
             * @example 429
             */
            statusCode: number;
            /**
             * @description Says in words how long to wait. Read `Retry-After` instead.
             * @example Rate limit is exceeded. Try again in 57 seconds.
             */
            message: string;
        };
        /**
         * @description The source or target product of an upgrade. Keep properties that are not listed here.
         * @example {
         *       "id": "d231908e-31c1-de0e-027b-bc5ce11f09d9",
         *       "name": "Microsoft Azure plan"
         *     }
         */
        UpgradeProduct: {
            /** @description The ID of the product. */
            id?: components["schemas"]["Guid"] | null;
            /**
             * @description The product's display name.
             * @example Microsoft Azure plan
             */
            name?: string | null;
            /** @description Metadata of the product. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
        /**
         * @description The status of an upgrade or of one of its line items. Only `Completed` is documented; the other spellings are inferred from the texts of faults, which mention upgrades that are pending, in progress or failed. The set is open: a value that is not listed here is not an error. Compare without regard to case.
         * @example Completed
         */
        UpgradeStatus: 'Completed' | 'Pending' | 'InProgress' | 'Failed' | (string & {});
        /**
         * @description One product that an upgrade moves to another. Keep properties that are not listed here.
         * @example {
         *       "sourceProduct": {
         *         "id": "b1beb621-3cad-4d7a-b360-62db33ce028e",
         *         "name": "AzureSubscription"
         *       },
         *       "targetProduct": {
         *         "id": "d231908e-31c1-de0e-027b-bc5ce11f09d9",
         *         "name": "Microsoft Azure plan"
         *       },
         *       "upgradedDate": "2019-08-29T23:47:28.8524555Z",
         *       "status": "Completed"
         *     }
         */
        UpgradesLineItem: {
            /** @description The product the customer had, such as a legacy Azure subscription. */
            sourceProduct?: components["schemas"]["UpgradeProduct"] | null;
            /** @description The product the customer gets, such as an Azure plan. */
            targetProduct?: components["schemas"]["UpgradeProduct"] | null;
            /**
             * Format: date-time
             * @description When this product was moved, in UTC. It has up to seven fractional digits, more than a JavaScript `Date` or most parsers hold, so keep it as text.
             * @example 2019-08-29T23:47:28.8524555Z
             */
            upgradedDate?: string | null;
            /** @description The status of this product. Compare without regard to case. */
            status?: components["schemas"]["UpgradeStatus"] | null;
            /** @description Why this product could not be moved. */
            errorDetails?: components["schemas"]["ErrorDetails"] | null;
            /** @description Metadata of this line item. */
            attributes?: components["schemas"]["ResourceAttributes"] | null;
        };
    };
    responses: {
        /** @description A gateway had no usable answer from the service. It may answer in the place of the service, in HTML or without a body, and without the usual headers. For a create, the outcome is not known. */
        BadGateway: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
                "text/html": components["schemas"]["GatewayPage"];
            };
        };
        /** @description A parameter is not what it has to be. */
        BadRequest: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The request conflicts with the current state of the service. */
        Conflict: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The token is valid, but the caller may not do this for this customer. */
        Forbidden: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The token is valid, but the customer is not one of this partner's, or the user may not see them. */
        ForbiddenCustomer: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The token is valid, but the user may not see this partner's customers. */
        ForbiddenPartner: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description A gateway timed out waiting for the service. It may answer in the place of the service, in HTML or without a body, and without the usual headers. For a create, the outcome is not known. */
        GatewayTimeout: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
                "text/html": components["schemas"]["GatewayPage"];
            };
        };
        /** @description The service failed. For a create, the outcome is not known. */
        InternalServerError: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The path exists, but supports another method. All operations on upgrades are POST, including those that only read. */
        MethodNotAllowed: {
            headers: {
                Allow: components["headers"]["Allow"];
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The `Accept` header excludes JSON. */
        NotAcceptable: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description There is nothing at this path. */
        NotFound: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The service does not know how to do this. */
        NotImplemented: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description A condition in the request headers does not hold. No operation here documents such a condition. */
        PreconditionFailed: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The request took too long to arrive. Repeat it with the same `MS-RequestId`. */
        RequestTimeout: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The service cannot answer now. A gateway may answer in the place of the service, in HTML or without a body, and without the usual headers. For a create, the outcome is not known. */
        ServiceUnavailable: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
                "text/html": components["schemas"]["GatewayPage"];
            };
        };
        /** @description Too many calls by this partner, or by this partner for this customer. Wait for as long as `Retry-After` says; do not poll continuously. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ThrottlingFault"];
            };
        };
        /**
         * @description The token is missing, has expired, or is not one this service accepts. A fresh token mends an expired one; it mends none
         *     of the faults that `x-faults` lists for this status.
         *
         *     For missing multifactor authentication, the page on partner security (2023-05-26) shows another form: the status line
         *     `401 Unauthorized - MFA required`, `WWW-Authenticate: Bearer error="invalid_token"` and `Request-Context`, no body, and no header that
         *     starts with `MS-`. Handle this form, and the codes 900421 (since 2026) and 10001 (in 2020), which mean the same.
         */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "Request-Context": components["headers"]["Request-Context"];
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description The body is not declared to be JSON. A generated reference also lists XML and forms; the pages and the source of the .NET SDK use JSON. */
        UnsupportedMediaType: {
            headers: {
                "MS-RequestId": components["headers"]["MS-RequestId"];
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                "MS-CV": components["headers"]["MS-CV"];
                "MS-ServerId": components["headers"]["MS-ServerId"];
                Date: components["headers"]["Date"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
    };
    parameters: {
        /**
         * @description The type of agreement to list. The default is the older Microsoft Cloud Agreement, which says nothing of upgrades.
         * @example MicrosoftCustomerAgreement
         */
        AgreementType: 'MicrosoftCustomerAgreement' | 'MicrosoftCloudAgreement' | '*' | (string & {});
        /**
         * @description The customers to list, as JSON: a `Field` (`CompanyName`, `Domain` or `IndirectReseller`), a `Value` and an `Operator`. `starts_with` is the only operator.
         * @example {"Field":"CompanyName","Value":"cont","Operator":"starts_with"}
         */
        CustomerFilter: string;
        /**
         * @description The ID of the customer's tenant, called Microsoft ID in Partner Center; the `id` in the list of customers.
         * @example 14876998-c0dc-46e6-9d0c-65a57a6c32ec
         */
        CustomerTenantId: components["schemas"]["Guid"];
        /** @description The position to continue from, taken from `links.next.headers` of the previous page. Sent with `seekOperation=Next`. */
        "MS-ContinuationToken": string;
        /**
         * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
         * @example v1
         */
        "MS-Contract-Version": 'v1' | (string & {});
        /**
         * @description Identifies the call in logs and for support. New for every call.
         * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
         */
        "MS-CorrelationId": components["schemas"]["Guid"];
        /**
         * @description The name of the calling application, for Microsoft's records.
         * @example Partner Center .NET SDK Samples
         */
        "MS-PartnerCenter-Application": string;
        /**
         * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
         * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
         */
        "MS-RequestId": components["schemas"]["Guid"];
        /**
         * @description The maximum number of customers in a response. The documentation of this operation requires it, while other pages of Microsoft's and its .NET SDK, which sends 0 for all customers, do without; so it is not demanded here. Send it.
         * @example 40
         */
        PageSize: number;
        /** @description The page to list, relative to the one that returned the continuation token. */
        SeekOperation: 'Next' | (string & {});
        /**
         * @description The ID of the customer's Azure plan: its `id` in the list of subscriptions.
         * @example 3f15978e-005c-b763-bb78-2a8fab289c58
         */
        SubscriptionId: components["schemas"]["Guid"];
        /**
         * @description The ID of the upgrade, from the `Location` header of the response that created it. The documentation lists it under "query parameter", but it is part of the path.
         * @example 42d075a4-bfe7-43e7-af6d-7c68a57edcb4
         */
        UpgradeId: components["schemas"]["Guid"];
        /**
         * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
         * @example true
         */
        ValidateMfa: boolean;
        /**
         * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
         * @example en-US
         */
        "X-Locale": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The methods that the path supports. Every HTTP server must send it with a 405; no page shows it.
         * @example POST
         */
        Allow: string;
        /**
         * @description When the service sent the response, by its own clock. Weekdays in published samples do not always fit their dates.
         * @example Fri, 04 Oct 2019 20:35:35 GMT
         */
        Date: string;
        /**
         * @description Identifies the new upgrade: the GUID in it is the `upgrade-id` of the status operation. It is relative and has no leading slash in the sample. Accept it in any form (relative, rooted, absolute, any case, with a slash at the end), take the GUID out, and build the next URL from that; following the header could carry credentials to another origin. The page's own C# sample, `Split("/")[1]`, reads only the form in that sample.
         * @example productUpgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4
         */
        Location: string;
        /**
         * @description A correlation vector, which traces the call through Microsoft's services.
         * @example iqOqN0FnaE2y0HcD.0
         */
        "MS-CV": string;
        /**
         * @description Identifies the call in logs; quote it to support. Captured traffic echoes the ID of the request; every published sample shows a different one. Rely on neither.
         * @example 772871a9-399b-4f3b-b8c7-38f550e4f22a
         */
        "MS-CorrelationId": components["schemas"]["Guid"];
        /**
         * @description Identifies the call. Captured traffic echoes the ID of the request; every published sample shows a different one. Rely on neither.
         * @example cb82f7d6-f0d9-44d4-82f9-f6eee6e68390
         */
        "MS-RequestId": components["schemas"]["Guid"];
        /**
         * @description The server that sent the response.
         * @example 030020525
         */
        "MS-ServerId": string;
        /**
         * @description How many seconds to wait before the next call. If that is refused, too, wait exponentially longer in addition, and lower the number of parallel calls.
         * @example 57
         */
        "Retry-After": number;
        /**
         * @description The Microsoft application that sent the response. Printed with the 401 for missing multifactor authentication, which has no `MS-` header.
         * @example appId=cid-v1:03ce8ca8-8373-4021-8f25-d5dd45c7b12f
         */
        "Request-Context": string;
        /** @description How to authenticate. The list of error codes shows `OAuth realm=…`, where the service fills in the part in braces; for missing multifactor authentication, the page on partner security shows `Bearer error="invalid_token"`. */
        "WWW-Authenticate": string;
        /**
         * @description Whether the token was obtained with multifactor authentication. Sent if the request asks with `ValidateMfa`.
         * @example true
         */
        isMfaCompliant: boolean;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createProductUpgrade: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
                 * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
                 */
                "MS-RequestId"?: components["parameters"]["MS-RequestId"];
                /**
                 * @description Identifies the call in logs and for support. New for every call.
                 * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
                 */
                "MS-CorrelationId"?: components["parameters"]["MS-CorrelationId"];
                /**
                 * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
                 * @example v1
                 */
                "MS-Contract-Version"?: components["parameters"]["MS-Contract-Version"];
                /**
                 * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["X-Locale"];
                /**
                 * @description The name of the calling application, for Microsoft's records.
                 * @example Partner Center .NET SDK Samples
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MS-PartnerCenter-Application"];
                /**
                 * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The customer and the product family to upgrade to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductUpgradeRequest"];
            };
        };
        responses: {
            /** @description The upgrade was accepted and will be carried out. The response has no body; `Location` names the upgrade. A generated reference declares a ProductUpgradesStatus as the body: tolerate one, but do not rely on it. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    isMfaCompliant: components["headers"]["isMfaCompliant"];
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid or cannot be carried out. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description This partner cannot upgrade this customer, or not at present. */
            403: {
                headers: {
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            /** @description The customer is already being upgraded. */
            409: {
                headers: {
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getProductUpgradeStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
                 * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
                 */
                "MS-RequestId"?: components["parameters"]["MS-RequestId"];
                /**
                 * @description Identifies the call in logs and for support. New for every call.
                 * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
                 */
                "MS-CorrelationId"?: components["parameters"]["MS-CorrelationId"];
                /**
                 * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
                 * @example v1
                 */
                "MS-Contract-Version"?: components["parameters"]["MS-Contract-Version"];
                /**
                 * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["X-Locale"];
                /**
                 * @description The name of the calling application, for Microsoft's records.
                 * @example Partner Center .NET SDK Samples
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MS-PartnerCenter-Application"];
                /**
                 * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
            };
            path: {
                /**
                 * @description The ID of the upgrade, from the `Location` header of the response that created it. The documentation lists it under "query parameter", but it is part of the path.
                 * @example 42d075a4-bfe7-43e7-af6d-7c68a57edcb4
                 */
                "upgrade-id": components["parameters"]["UpgradeId"];
            };
            cookie?: never;
        };
        /** @description The customer and the product family that the upgrade was created for. Microsoft's sample is not valid JSON (two braces, a missing comma) and should get a 400 if sent as printed. The example here corrects it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductUpgradeRequest"];
            };
        };
        responses: {
            /** @description The status of the upgrade. Microsoft's documentation calls this a ProductUpgradesEligibility, but its sample and the SDKs show a ProductUpgradesStatus. The sample has no `Content-Type`: parse the body as JSON anyway. */
            200: {
                headers: {
                    isMfaCompliant: components["headers"]["isMfaCompliant"];
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductUpgradesStatus"];
                };
            };
            /** @description The request is invalid, or the upgrade belongs to another customer. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The upgrade does not exist. */
            404: {
                headers: {
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    checkProductUpgradeEligibility: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
                 * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
                 */
                "MS-RequestId"?: components["parameters"]["MS-RequestId"];
                /**
                 * @description Identifies the call in logs and for support. New for every call.
                 * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
                 */
                "MS-CorrelationId"?: components["parameters"]["MS-CorrelationId"];
                /**
                 * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
                 * @example v1
                 */
                "MS-Contract-Version"?: components["parameters"]["MS-Contract-Version"];
                /**
                 * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["X-Locale"];
                /**
                 * @description The name of the calling application, for Microsoft's records.
                 * @example Partner Center .NET SDK Samples
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MS-PartnerCenter-Application"];
                /**
                 * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The customer and the product family to upgrade to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductUpgradeRequest"];
            };
        };
        responses: {
            /** @description Whether the customer can be upgraded. If not, this is a normal response with a reason. Microsoft's sample has no `Content-Type`: parse the body as JSON anyway. */
            200: {
                headers: {
                    isMfaCompliant: components["headers"]["isMfaCompliant"];
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductUpgradesEligibility"];
                };
            };
            /** @description The request is invalid or cannot be carried out. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of customers in a response. The documentation of this operation requires it, while other pages of Microsoft's and its .NET SDK, which sends 0 for all customers, do without; so it is not demanded here. Send it.
                 * @example 40
                 */
                size?: components["parameters"]["PageSize"];
                /**
                 * @description The customers to list, as JSON: a `Field` (`CompanyName`, `Domain` or `IndirectReseller`), a `Value` and an `Operator`. `starts_with` is the only operator.
                 * @example {"Field":"CompanyName","Value":"cont","Operator":"starts_with"}
                 */
                filter?: components["parameters"]["CustomerFilter"];
                /** @description The page to list, relative to the one that returned the continuation token. */
                seekOperation?: components["parameters"]["SeekOperation"];
            };
            header?: {
                /** @description The position to continue from, taken from `links.next.headers` of the previous page. Sent with `seekOperation=Next`. */
                "MS-ContinuationToken"?: components["parameters"]["MS-ContinuationToken"];
                /**
                 * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
                 * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
                 */
                "MS-RequestId"?: components["parameters"]["MS-RequestId"];
                /**
                 * @description Identifies the call in logs and for support. New for every call.
                 * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
                 */
                "MS-CorrelationId"?: components["parameters"]["MS-CorrelationId"];
                /**
                 * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
                 * @example v1
                 */
                "MS-Contract-Version"?: components["parameters"]["MS-Contract-Version"];
                /**
                 * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["X-Locale"];
                /**
                 * @description The name of the calling application, for Microsoft's records.
                 * @example Partner Center .NET SDK Samples
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MS-PartnerCenter-Application"];
                /**
                 * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of customers. `links.next` is present as long as another page follows: repeat the call at its `uri`, with its `headers`. */
            200: {
                headers: {
                    isMfaCompliant: components["headers"]["isMfaCompliant"];
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenPartner"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listCustomerSubscriptions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
                 * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
                 */
                "MS-RequestId"?: components["parameters"]["MS-RequestId"];
                /**
                 * @description Identifies the call in logs and for support. New for every call.
                 * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
                 */
                "MS-CorrelationId"?: components["parameters"]["MS-CorrelationId"];
                /**
                 * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
                 * @example v1
                 */
                "MS-Contract-Version"?: components["parameters"]["MS-Contract-Version"];
                /**
                 * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["X-Locale"];
                /**
                 * @description The name of the calling application, for Microsoft's records.
                 * @example Partner Center .NET SDK Samples
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MS-PartnerCenter-Application"];
                /**
                 * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
            };
            path: {
                /**
                 * @description The ID of the customer's tenant, called Microsoft ID in Partner Center; the `id` in the list of customers.
                 * @example 14876998-c0dc-46e6-9d0c-65a57a6c32ec
                 */
                "customer-tenant-id": components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All subscriptions of the customer. */
            200: {
                headers: {
                    isMfaCompliant: components["headers"]["isMfaCompliant"];
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenCustomer"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listCustomerAgreements: {
        parameters: {
            query?: {
                /**
                 * @description The type of agreement to list. The default is the older Microsoft Cloud Agreement, which says nothing of upgrades.
                 * @example MicrosoftCustomerAgreement
                 */
                agreementType?: components["parameters"]["AgreementType"];
            };
            header?: {
                /**
                 * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
                 * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
                 */
                "MS-RequestId"?: components["parameters"]["MS-RequestId"];
                /**
                 * @description Identifies the call in logs and for support. New for every call.
                 * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
                 */
                "MS-CorrelationId"?: components["parameters"]["MS-CorrelationId"];
                /**
                 * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
                 * @example v1
                 */
                "MS-Contract-Version"?: components["parameters"]["MS-Contract-Version"];
                /**
                 * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["X-Locale"];
                /**
                 * @description The name of the calling application, for Microsoft's records.
                 * @example Partner Center .NET SDK Samples
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MS-PartnerCenter-Application"];
                /**
                 * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
            };
            path: {
                /**
                 * @description The ID of the customer's tenant, called Microsoft ID in Partner Center; the `id` in the list of customers.
                 * @example 14876998-c0dc-46e6-9d0c-65a57a6c32ec
                 */
                "customer-tenant-id": components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The confirmations of the requested type; an empty list if there is none. Microsoft's sample is not valid JSON (two commas and a quote are missing). The example here corrects it. */
            200: {
                headers: {
                    isMfaCompliant: components["headers"]["isMfaCompliant"];
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getDirectSignStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
                 * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
                 */
                "MS-RequestId"?: components["parameters"]["MS-RequestId"];
                /**
                 * @description Identifies the call in logs and for support. New for every call.
                 * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
                 */
                "MS-CorrelationId"?: components["parameters"]["MS-CorrelationId"];
                /**
                 * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
                 * @example v1
                 */
                "MS-Contract-Version"?: components["parameters"]["MS-Contract-Version"];
                /**
                 * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["X-Locale"];
                /**
                 * @description The name of the calling application, for Microsoft's records.
                 * @example Partner Center .NET SDK Samples
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MS-PartnerCenter-Application"];
                /**
                 * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
            };
            path: {
                /**
                 * @description The ID of the customer's tenant, called Microsoft ID in Partner Center; the `id` in the list of customers.
                 * @example 14876998-c0dc-46e6-9d0c-65a57a6c32ec
                 */
                "customer-tenant-id": components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the customer has signed the agreement. */
            200: {
                headers: {
                    isMfaCompliant: components["headers"]["isMfaCompliant"];
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectSignedCustomerAgreementStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listAzureEntitlements: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Identifies the call for idempotency. "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call." Whether a create repeated after a 5xx is recognised is not known: the promise covers timeouts only.
                 * @example c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff
                 */
                "MS-RequestId"?: components["parameters"]["MS-RequestId"];
                /**
                 * @description Identifies the call in logs and for support. New for every call.
                 * @example e3f26e6a-044f-4371-ad52-0d91ce4200be
                 */
                "MS-CorrelationId"?: components["parameters"]["MS-CorrelationId"];
                /**
                 * @description The API version of the request. The documentation calls it required, but Microsoft's .NET SDK never sends it and is answered all the same, so it is not demanded here. Send it.
                 * @example v1
                 */
                "MS-Contract-Version"?: components["parameters"]["MS-Contract-Version"];
                /**
                 * @description The language and region for rates and offers. Nothing says that it affects the texts of faults.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["X-Locale"];
                /**
                 * @description The name of the calling application, for Microsoft's records.
                 * @example Partner Center .NET SDK Samples
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MS-PartnerCenter-Application"];
                /**
                 * @description Asks whether the token was obtained with multifactor authentication; the response says so in its `isMfaCompliant` header.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
            };
            path: {
                /**
                 * @description The ID of the customer's tenant, called Microsoft ID in Partner Center; the `id` in the list of customers.
                 * @example 14876998-c0dc-46e6-9d0c-65a57a6c32ec
                 */
                "customer-tenant-id": components["parameters"]["CustomerTenantId"];
                /**
                 * @description The ID of the customer's Azure plan: its `id` in the list of subscriptions.
                 * @example 3f15978e-005c-b763-bb78-2a8fab289c58
                 */
                "subscription-id": components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Azure subscriptions under the plan. */
            200: {
                headers: {
                    isMfaCompliant: components["headers"]["isMfaCompliant"];
                    "MS-RequestId": components["headers"]["MS-RequestId"];
                    "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                    "MS-CV": components["headers"]["MS-CV"];
                    "MS-ServerId": components["headers"]["MS-ServerId"];
                    Date: components["headers"]["Date"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureEntitlementCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenCustomer"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
